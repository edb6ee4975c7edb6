// Postgres inside this process, in a folder of ours.
import { execFile } from 'node:child_process'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Options = Parameters<NodeFS['init']>[1]
type PostgresMod = Parameters<NonNullable<Options['preRun']>[number]>[0]
type Stream = { nfd?: number; node: unknown }
type NodeDisk = { stream_ops: { fsync?: (stream: Stream) => number }; realPath(node: unknown): string }

/** The packaged one never asks the disk to keep what was written; this one does. */
class LastingFS extends NodeFS {
  override async init(pg: PGlite, options: Options) {
    const { emscriptenOpts } = await super.init(pg, options)
    const lasting = (module: PostgresMod) => {
      const disk = (module as unknown as { NODEFS: NodeDisk }).NODEFS
      disk.stream_ops.fsync = (stream) => {
        const fd = stream.nfd ?? openSync(disk.realPath(stream.node), 'r')
        fsyncSync(fd)
        if (stream.nfd === undefined) closeSync(fd)
        return 0
      }
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), lasting] } }
  }
}

const settings = {
  shared_buffers: '16MB',
  max_connections: '8',
  // The default, fdatasync, does nothing there.
  wal_sync_method: 'fsync',
}

function open(folder: string): Promise<PGlite> {
  const safe = PGlite.defaultStartParams.filter((word) => word !== '-F')
  return PGlite.create({
    fs: new LastingFS(folder),
    startParams: [...safe, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
  })
}

const maker = () => path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'db', 'first.mjs')

/** The first opening makes the database, beside its place until it is whole. */
export async function openEmbedded(folder: string): Promise<PGlite> {
  if (!existsSync(folder)) {
    const draft = `${folder}.new`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { recursive: true })
    await promisify(execFile)(process.execPath, [maker(), draft], { env: { NODE_ENV: 'production' } })
    renameSync(draft, folder)
  }
  return open(folder)
}
