// A drive that lies, for tests of the station: a file in a file system of our own (FUSE), on which
// a loop device is laid. Usage: node false-drive.mjs FOLDER BYTES drop|die=N|slow=MS
//   drop   says yes to every write and keeps none, as the drive that nwipe 0.34 and 0.38 "erased"
//   die=N  works until N bytes have been written, and answers everything with an error after that
//   slow=MS  keeps what is written, and takes so long for each 128 kB
// Prints `ready` once the file FOLDER/drive is there. Needs root and /dev/fuse; ends on SIGTERM.
import { spawnSync } from 'node:child_process'
import { openSync, read, writeSync } from 'node:fs'

const [folder, bytes, mode] = process.argv.slice(2)
const size = Number(bytes)
const dieAfter = mode.startsWith('die=') ? Number(mode.slice(4)) : Infinity
const keeps = mode !== 'drop'
const delay = mode.startsWith('slow=') ? Number(mode.slice(5)) : 0

// What lies on the drive: nowhere zero, so that a single byte left is seen.
const content = Buffer.alloc(size)
for (let at = 0; at < size; at++) content[at] = 1 + (((at * 2_654_435_761) >>> 7) % 255)

const fuse = openSync('/dev/fuse', 'r+')
const mounted = spawnSync(
  'mount',
  ['-i', '-t', 'fuse', '-o', 'fd=3,rootmode=40000,user_id=0,group_id=0', 'omlopp-false', folder],
  { stdio: ['ignore', 'inherit', 'inherit', fuse] },
)
if (mounted.status !== 0) process.exit(1)
// Who started it unmounts: from here that would wait for an answer of its own.
process.on('SIGTERM', () => process.exit(0))

const ENOENT = 2
const EIO = 5
const ENOSYS = 38
let written = 0

function reply(unique, body, error = 0) {
  const out = Buffer.alloc(16 + body.length)
  out.writeUInt32LE(out.length, 0)
  out.writeInt32LE(-error, 4)
  out.writeBigUInt64LE(unique, 8)
  body.copy(out, 16)
  try {
    writeSync(fuse, out)
  } catch (error) {
    // The kernel has given up on the request, or the file system is gone.
    if (error.code === 'ENODEV') process.exit(0)
  }
}
const none = Buffer.alloc(0)

/** struct fuse_attr, 88 bytes. */
function attributes(node) {
  const attr = Buffer.alloc(88)
  attr.writeBigUInt64LE(BigInt(node), 0)
  attr.writeBigUInt64LE(BigInt(node === 1 ? 4096 : size), 8)
  attr.writeBigUInt64LE(BigInt(Math.ceil(size / 512)), 16)
  attr.writeUInt32LE(node === 1 ? 0o40755 : 0o100600, 60)
  attr.writeUInt32LE(1, 64)
  attr.writeUInt32LE(4096, 80)
  return attr
}

function answer(request) {
  const opcode = request.readUInt32LE(4)
  const unique = request.readBigUInt64LE(8)
  const node = Number(request.readBigUInt64LE(16))
  const body = request.subarray(40)
  switch (opcode) {
    case 1: {
      // LOOKUP: one file, `drive`.
      if (body.subarray(0, body.indexOf(0)).toString() !== 'drive')
        return reply(unique, none, ENOENT)
      const entry = Buffer.alloc(40)
      entry.writeBigUInt64LE(2n, 0)
      return reply(unique, Buffer.concat([entry, attributes(2)]))
    }
    case 2: // FORGET and BATCH_FORGET are not answered.
    case 42:
      return
    case 3: // GETATTR
      return reply(unique, Buffer.concat([Buffer.alloc(16), attributes(node)]))
    case 4: // SETATTR: the size stays as it is.
      return reply(unique, Buffer.concat([Buffer.alloc(16), attributes(node)]))
    case 14: {
      // OPEN, past the page cache: what is read comes from here and not from what was written.
      const open = Buffer.alloc(16)
      open.writeUInt32LE(1, 8)
      return reply(unique, open)
    }
    case 15: {
      const offset = Number(body.readBigUInt64LE(8))
      const length = body.readUInt32LE(16)
      if (written > dieAfter) return reply(unique, none, EIO)
      return reply(unique, content.subarray(offset, Math.min(size, offset + length)))
    }
    case 16: {
      const offset = Number(body.readBigUInt64LE(8))
      const length = body.readUInt32LE(16)
      written += length
      if (written > dieAfter) return reply(unique, none, EIO)
      if (keeps) body.copy(content, offset, 40, 40 + length)
      const done = Buffer.alloc(8)
      done.writeUInt32LE(length, 0)
      if (delay > 0) return void setTimeout(() => reply(unique, done), delay)
      return reply(unique, done)
    }
    case 18: // RELEASE
    case 20: // FSYNC
    case 25: // FLUSH
      return reply(unique, none)
    case 26: {
      // INIT, as protocol 7.31.
      const init = Buffer.alloc(64)
      init.writeUInt32LE(7, 0)
      init.writeUInt32LE(31, 4)
      init.writeUInt32LE(body.readUInt32LE(8), 8)
      init.writeUInt16LE(12, 16)
      init.writeUInt16LE(10, 18)
      init.writeUInt32LE(131_072, 20)
      init.writeUInt32LE(1, 24)
      reply(unique, init)
      process.stdout.write('ready\n')
      return
    }
    default:
      return reply(unique, none, ENOSYS)
  }
}

const buffer = Buffer.alloc(1 << 20)
const next = () =>
  read(fuse, buffer, 0, buffer.length, null, (error, length) => {
    if (error && error.code === 'ENODEV') process.exit(0)
    if (!error) answer(buffer.subarray(0, length))
    next()
  })
next()
