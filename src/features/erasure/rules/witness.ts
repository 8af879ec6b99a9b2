// Who may answer for what was seen at a destruction.
import type { CertificateContent } from '../../proofs/rules/content.ts'

/** Only the person who was named, once, and never the one who destroyed. */
export function witnessFault(
  content: CertificateContent,
  actorId: string,
): 'not-witness' | 'witness-has-answered' | null {
  if (content.kind !== 'destruction') return 'not-witness'
  const { witness, performedBy } = content
  if (witness.personId !== actorId || performedBy.personId === actorId) return 'not-witness'
  return witness.confirmed ? 'witness-has-answered' : null
}
