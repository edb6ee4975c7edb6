/** @type {import('next').NextConfig} */
export default {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  serverExternalPackages: [
    '@napi-rs/canvas',
    '@ffmpeg-installer/ffmpeg',
    'mediabunny',
    '@electric-sql/pglite',
    'pg-boss',
    'sharp',
    'ws',
  ],
}
