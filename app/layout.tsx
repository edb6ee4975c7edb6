import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Providers } from '@/components/shell/provider'
import { Shell } from '@/components/shell/shell'
import { beforePaint } from '@/components/shell/theme-before-paint'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Reelboard', template: '%s · Reelboard' },
  description: 'A studio in the browser for multi-shot films',
  icons: { icon: '/icon.svg' },
}

export const viewport: Viewport = { viewportFit: 'cover', colorScheme: 'dark light' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html
      lang="en"
      data-theme="dark"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      // The script below may have chosen another theme before React wakes.
      suppressHydrationWarning
    >
      <head>
        <script>{beforePaint}</script>
      </head>
      <body>
        <Providers>
          <Shell>{children}</Shell>
        </Providers>
      </body>
    </html>
  )
}
