// What hdparm says of an ATA drive: its security state, its Sanitize commands, its native size.

export interface AtaSecurity {
  readonly supported: boolean
  readonly enabled: boolean
  readonly locked: boolean
  /** Set by the firmware of many computers at start; sleep and wake, or hot plug, lifts it. */
  readonly frozen: boolean
  readonly enhanced: boolean
  /** As the drive itself estimates, for the plain command and for the enhanced one. */
  readonly minutes: number | null
  readonly enhancedMinutes: number | null
}

export interface AtaIdentity {
  readonly serial: string | null
  readonly model: string | null
  /** Null: the drive has no SECURITY feature set, and the command would do nothing with exit 0. */
  readonly security: AtaSecurity | null
  readonly sanitize: {
    readonly block: boolean
    readonly crypto: boolean
    readonly overwrite: boolean
  }
}

/** `hdparm -I`; null where it says nothing of a drive. */
export function readAtaIdentity(text: string): AtaIdentity | null {
  const name = (label: string): string | null =>
    new RegExp(`^\\s*${label}:\\s*(\\S.{0,60}?)\\s*$`, 'm').exec(text)?.[1] ?? null
  const model = name('Model Number')
  if (model === null) return null
  const has = (feature: string): boolean => new RegExp(`^\\s*\\*\\s+${feature}`, 'm').test(text)
  const sanitize = has('SANITIZE feature set')
  return {
    serial: name('Serial Number'),
    model,
    security: securityIn(text),
    sanitize: {
      block: sanitize && has('BLOCK_ERASE_EXT'),
      crypto: sanitize && has('CRYPTO_SCRAMBLE_EXT'),
      overwrite: sanitize && has('OVERWRITE_EXT'),
    },
  }
}

/** Lines of the block are indented, and those that do not hold begin with `not`. */
function securityIn(text: string): AtaSecurity | null {
  const block = /^Security:\s*\n((?:[ \t]+\S.*(?:\n|$))+)/m.exec(text)?.[1]
  if (block === undefined) return null
  const is = (word: string): boolean => new RegExp(`^\\s+${word}\\s*$`, 'm').test(block)
  const minutesFor = (command: string): number | null => {
    const minutes = new RegExp(`(\\d{1,5})min for ${command}`).exec(block)?.[1]
    return minutes === undefined ? null : Number(minutes)
  }
  return {
    supported: is('supported'),
    enabled: is('enabled'),
    locked: is('locked'),
    frozen: is('frozen'),
    enhanced: is('supported: enhanced erase'),
    minutes: minutesFor('SECURITY ERASE UNIT'),
    enhancedMinutes: minutesFor('ENHANCED SECURITY ERASE UNIT'),
  }
}

export interface NativeSize {
  readonly visibleSectors: number
  readonly nativeSectors: number
}

/** `hdparm -N`. Over USB bridges a native size of 1 is common, and nonsense. */
export function readNativeSize(text: string): NativeSize | null {
  const [, visible, native] = /max sectors\s*=\s*(\d{1,15})\/(\d{1,15})/.exec(text) ?? []
  if (visible === undefined || native === undefined) return null
  const size = { visibleSectors: Number(visible), nativeSectors: Number(native) }
  return size.nativeSectors < size.visibleSectors || size.nativeSectors <= 1 ? null : size
}

export type SanitizeState = 'done' | 'running' | 'failed' | 'frozen' | 'never'

/** `hdparm --sanitize-status`. */
export function readSanitizeStatus(text: string): SanitizeState | null {
  const asked = text.lastIndexOf('SANITIZE_STATUS')
  if (asked === -1) return null
  const page = text.slice(asked)
  if (/SD2 |In Process/i.test(page)) return 'running'
  if (/SD1 |Sanitize Frozen/i.test(page)) return 'frozen'
  if (/SD3 |SD4 |Fail|Error|Unsuccess|bad\/missing/i.test(page.replace(/Without Error/gi, '')))
    return 'failed'
  if (/Completed Without Error/i.test(page)) return 'done'
  return 'never'
}
