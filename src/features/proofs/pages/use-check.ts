// Checks bytes whenever they or the key change, and forgets an answer that is no longer asked for.
import { useEffect, useState } from 'react'
import type { BundleVerdict } from '../../../checker/bundle/check.ts'
import { checkFile } from './check-file.ts'

export function useCheck(source: Blob | null, key: string): BundleVerdict | null {
  const [verdict, setVerdict] = useState<BundleVerdict | null>(null)
  useEffect(() => {
    let asked = true
    setVerdict(null)
    if (!source) return
    void source
      .arrayBuffer()
      .then((buffer) => checkFile(new Uint8Array(buffer), key))
      .then((answer) => asked && setVerdict(answer))
    return () => {
      asked = false
    }
  }, [source, key])
  return verdict
}
