// Which tool and method for this medium under this policy; or why none, and then what.
import { done, refuse, type Result } from '../../core/result.ts'
import type { MediumKind, RequiredLevel } from '../../features/erasure/rules/gate.ts'
import type { AtaIdentity, NativeSize } from '../../features/erasure/rules/station/ata.ts'
import { methods, type MethodName } from '../../features/erasure/rules/station/methods.ts'

export interface Medium {
  readonly kind: MediumKind
  readonly transport: string | null
  /** `hdparm -I`; null where it said nothing, as over most USB bridges. */
  readonly ata: AtaIdentity | null
  readonly nativeSize: NativeSize | null
  /** `nvme id-ctrl`. */
  readonly nvme: { readonly fna: number; readonly sanicap: number } | null
}

export type ChoiceRefusal =
  /** The owner asks for destruction. */
  | 'policy-destroy'
  /** The medium has no command that reaches purge. */
  | 'purge-impossible'
  /** A password is set on the drive. */
  | 'drive-locked'
  /** Sectors that no tool reaches before they are unlocked. */
  | 'hidden-area'
  | 'tool-missing'

export const choiceReasons = [
  'overwrite-magnetic',
  'overwrite-only',
  'overwrite-since-frozen',
  'sanitize',
  'security-erase',
  'format-crypto',
] as const
export type ChoiceReason = (typeof choiceReasons)[number]

export interface Choice {
  readonly method: MethodName
  readonly reason: ChoiceReason
}

type Tool = (typeof methods)[MethodName]['tool']
type Refused = Result<Choice, ChoiceRefusal>

/** Bits of SANICAP and of FNA (NVMe base specification, Identify Controller). */
const CRYPTO = 1
const BLOCK = 2
const OVERWRITE = 4
const FNA_CRYPTO = 4

export function chooseMethod(
  medium: Medium,
  asked: RequiredLevel,
  tools: ReadonlySet<string>,
  random = false,
): Refused {
  if (asked === 'destroy') return refuse('policy-destroy')
  const size = medium.nativeSize
  if (size && size.nativeSectors > size.visibleSectors)
    return refuse('hidden-area', { sectors: size.nativeSectors - size.visibleSectors })
  const security = medium.ata?.security
  if (security && (security.locked || security.enabled)) return refuse('drive-locked')
  const own = ownCommand(medium, asked)
  if (own && tools.has(methods[own.method].tool)) return done(own)
  if (asked === 'purge') {
    if (own) return missing(methods[own.method].tool)
    return refuse('purge-impossible')
  }
  if (!tools.has('nwipe')) return missing('nwipe')
  const reason =
    medium.kind === 'magnetic'
      ? 'overwrite-magnetic'
      : security?.frozen
        ? 'overwrite-since-frozen'
        : 'overwrite-only'
  return done({ method: random ? 'overwrite-random' : 'overwrite-zeros', reason })
}

const missing = (tool: Tool) => refuse('tool-missing', { tool })

/** The drive's own command: the best that it has, and for flash alone. */
function ownCommand(medium: Medium, asked: 'clear' | 'purge'): Choice | null {
  if (medium.kind === 'magnetic') return null
  if (medium.nvme) return nvmeCommand(medium.nvme, asked)
  const { ata } = medium
  if (!ata || medium.transport === 'usb') return null
  if (ata.sanitize.block) return { method: 'ata-sanitize-block', reason: 'sanitize' }
  if (ata.sanitize.crypto) return { method: 'ata-sanitize-crypto', reason: 'sanitize' }
  const { security } = ata
  if (asked === 'purge' || !security?.supported || security.frozen) return null
  return {
    method: security.enhanced ? 'ata-security-erase-enhanced' : 'ata-security-erase',
    reason: 'security-erase',
  }
}

function nvmeCommand(
  { sanicap, fna }: { readonly sanicap: number; readonly fna: number },
  asked: 'clear' | 'purge',
): Choice | null {
  const reason = 'sanitize' as const
  if (sanicap & BLOCK) return { method: 'nvme-sanitize-block', reason }
  if (sanicap & CRYPTO) return { method: 'nvme-sanitize-crypto', reason }
  if (sanicap & OVERWRITE) return { method: 'nvme-sanitize-overwrite', reason }
  // A controller without FNA bit 2 answers "Success" to a crypto erase that it never did.
  return asked === 'clear' && fna & FNA_CRYPTO
    ? { method: 'nvme-format-crypto', reason: 'format-crypto' }
    : null
}
