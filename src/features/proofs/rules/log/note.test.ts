import { generateKeyPairSync, sign, verify, createPublicKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../../../core/base64.ts'
import { cosignedAt, cosignedText, parseCheckpoint, printCheckpoint } from './checkpoint.ts'
import {
  COSIGNATURE,
  ED25519,
  parseKey,
  parseNote,
  printKey,
  printNote,
  signatureLine,
  verifierKey,
} from './note.ts'
import { printTlogProof } from './tlog-proof.ts'

// The examples of c2sp.org/signed-note, tlog-checkpoint and tlog-cosignature, and the key with its
// note that implementations of signed notes have tried themselves on since the first.
const poem =
  'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n'
const sofa =
  'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n'
const neumann = {
  vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  note: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
}

const read = (note: string) => {
  const parsed = parseNote(note)
  if (!parsed.ok) throw new Error(parsed.code)
  return parsed.value
}
const again = (note: string) => {
  const { text, signatures } = read(note)
  return printNote(text, signatures.map(signatureLine))
}
const nodeKey = (raw: Uint8Array) =>
  createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]),
    format: 'der',
    type: 'spki',
  })

describe('a signed note', () => {
  it.each([poem, sofa, neumann.note])(
    'of the specification is read and written as it stands',
    (note) => {
      expect(again(note)).toBe(note)
    },
  )

  it('keeps the empty lines of its text', () => {
    expect(read(poem).text.endsWith('sole:\n\ned è subito sera.\n')).toBe(true)
  })

  it('is by the key that its line names', () => {
    const key = parseKey(neumann.vkey)!
    const { text, signatures } = read(neumann.note)
    expect(signatures[0]).toMatchObject({ name: key.name, keyId: key.id })
    expect(verify(null, Buffer.from(text), nodeKey(key.publicKey), signatures[0]!.signature)).toBe(
      true,
    )
    expect(printKey(key)).toBe(neumann.vkey)
  })

  it.each([
    ['without signatures', 'a text\n\n'],
    ['without an empty line', 'a text\n— name AAAAAAA=\n'],
    ['with a control character', 'a\ttext\n\n— name AAAAAAA=\n'],
    ['with a plus in a name', 'a text\n\n— na+me AAAAAAA=\n'],
    ['with a signature that is not base 64', 'a text\n\n— name AAA*AAA=\n'],
    ['with a hyphen for the dash', 'a text\n\n- name AAAAAAA=\n'],
    ['that ends without a newline', 'a text\n\n— name AAAAAAA='],
    ['beyond all measure', `${'a'.repeat(70_000)}\n\n— name AAAAAAA=\n`],
  ])('%s is not read', (_, note) => {
    expect(parseNote(note)).toMatchObject({ ok: false, code: 'note-unreadable' })
  })
})

describe('a key for verifiers', () => {
  it.each([
    ['whose id is of another key', neumann.vkey.replace('c74f20a3', 'c74f20a4')],
    ['of an unknown kind', 'name+00000000+BxpcaQ=='],
    ['with a space in its name', neumann.vkey.replace('PeterNeumann', 'Peter Neumann')],
    ['that is half', neumann.vkey.slice(0, 30)],
  ])('%s is none', (_, text) => {
    expect(parseKey(text)).toBeNull()
  })
})

describe('a checkpoint', () => {
  it('of the specification is read and written as it stands', () => {
    const { text } = read(sofa)
    expect(printCheckpoint(parseCheckpoint(text)!)).toBe(text)
  })

  it.each([
    ['with a leading zero', 'o\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'],
    ['with a negative size', 'o\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'],
    ['with half a root', 'o\n1\nCsUYapGGPo4dkMgIAUqom/Y=\n'],
    ['with a line of its own', 'o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nmore\n'],
  ])('%s is none', (_, text) => {
    expect(parseCheckpoint(text)).toBeNull()
  })
})

describe('a cosignature', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  const key = verifierKey('witness.example.com/w1', COSIGNATURE, raw)
  const note = read(sofa)
  const seconds = 1_679_315_147
  const signed = (text: string) => {
    const time = Buffer.alloc(8)
    time.writeBigUInt64BE(BigInt(seconds))
    const signature = Buffer.concat([time, sign(null, cosignedText(text, seconds), privateKey)])
    return { name: key.name, keyId: key.id, signature }
  }

  it('signs the time and the whole text, as the specification prints it', () => {
    expect(Buffer.from(cosignedText(note.text, seconds)).toString()).toBe(
      `cosignature/v1\ntime 1679315147\n${note.text}`,
    )
    expect(cosignedAt(note, signed(note.text), key)).toBe(seconds)
  })

  it('of another text, time or key is none', () => {
    expect(cosignedAt(note, signed(`${note.text}x\n`), key)).toBeNull()
    const later = signed(note.text)
    later.signature[7]! ^= 1
    expect(cosignedAt(note, later, key)).toBeNull()
    expect(cosignedAt(note, note.signatures[1]!, key)).toBeNull()
    const plain = verifierKey(key.name, ED25519, raw)
    expect(cosignedAt(note, signed(note.text), plain)).toBeNull()
  })
})

describe('a tlog-proof', () => {
  it('is lines of index and path, and the checkpoint after an empty line', () => {
    const path = [1, 2].map((byte) => toBase64(new Uint8Array(32).fill(byte)))
    expect(printTlogProof({ index: 73_894, path, checkpoint: sofa })).toBe(
      `c2sp.org/tlog-proof@v1\nindex 73894\nAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\nAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=\n\n${sofa}`,
    )
  })
})

describe('base 64', () => {
  it('is what Node writes, and nothing looser is read', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = Uint8Array.from({ length }, (_, n) => (n * 151 + length) % 256)
      const text = Buffer.from(bytes).toString('base64')
      expect(toBase64(bytes)).toBe(text)
      expect(fromBase64(text)).toEqual(bytes)
    }
    for (const loose of ['AB', 'AB==x', 'A===', 'AA-_', 'AB==', ' AAA', 'AAA='.repeat(2)])
      expect(fromBase64(loose)).toBeNull()
  })
})
