// Code 128 (ISO/IEC 15417): sets B and C with the shorter of the two for digits.

/** Widths of bars and spaces by symbol value; 103–105 start, 106 stops. */
const patterns = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 ' +
  '122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 ' +
  '321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 ' +
  '211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 ' +
  '213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 ' +
  '121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 ' +
  '241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 ' +
  '412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 ' +
  '211214 211232 2331112'
).split(' ')

const CODE_B = 100
const CODE_C = 99
const START_B = 104
const START_C = 105
const STOP = 106

/**
 * Bars and spaces in turn, in modules, bar first; ten empty modules belong on each side.
 * @returns null when the text holds something beyond printable ASCII, which scanners read unlike
 */
export function code128(text: string): number[] | null {
  const values = symbolValues(text)
  if (!values) return null
  const check = values.reduce((sum, value, i) => sum + value * Math.max(1, i), 0) % 103
  return [...values, check, STOP].flatMap((value) => [...patterns[value]!].map(Number))
}

function symbolValues(text: string): number[] | null {
  if (!/^[\x20-\x7e]+$/.test(text)) return null
  const values: number[] = []
  let inC = false
  for (let at = 0; at < text.length;) {
    const digits = /^\d*/.exec(text.slice(at))![0].length
    const atEdge = at === 0 || at + digits === text.length
    const pairsPay = digits >= (atEdge ? 4 : 6) || (inC && digits >= 2)
    // An odd run leaves its first figure in B, except at the start, where it leaves its last.
    const takeOne = !inC && pairsPay && digits % 2 === 1 && at > 0
    if (pairsPay && !takeOne) {
      if (!inC) values.push(values.length === 0 ? START_C : CODE_C)
      inC = true
      for (let pair = 0; pair < digits >> 1; pair++, at += 2)
        values.push(Number(text.slice(at, at + 2)))
    } else {
      if (values.length === 0) values.push(START_B)
      else if (inC) values.push(CODE_B)
      inC = false
      values.push(text.charCodeAt(at++) - 32)
    }
  }
  return values
}
