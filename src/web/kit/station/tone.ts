// A short tone that answers a scan: high for right, low for not. Never the only answer.

const key = 'omlopp-tone'
let context: AudioContext | null = null

export const isMuted = (): boolean => localStorage.getItem(key) === 'off'
export const setMuted = (muted: boolean): void => localStorage.setItem(key, muted ? 'off' : 'on')

export function playTone(tone: 'high' | 'low'): void {
  if (isMuted() || typeof AudioContext === 'undefined') return
  context ??= new AudioContext()
  // Browsers hold sound back until somebody has touched the page; a scan is such a touch.
  void context.resume().catch(() => undefined)
  const start = context.currentTime
  const [pitch, length] = tone === 'high' ? [1320, 0.09] : [185, 0.28]
  const source = context.createOscillator()
  const loudness = context.createGain()
  source.type = tone === 'high' ? 'sine' : 'triangle'
  source.frequency.value = pitch
  // A slope at each end: a tone that is cut off clicks.
  loudness.gain.setValueAtTime(0, start)
  loudness.gain.linearRampToValueAtTime(0.22, start + 0.008)
  loudness.gain.setValueAtTime(0.22, start + length - 0.03)
  loudness.gain.linearRampToValueAtTime(0, start + length)
  source.connect(loudness).connect(context.destination)
  source.start(start)
  source.stop(start + length)
}
