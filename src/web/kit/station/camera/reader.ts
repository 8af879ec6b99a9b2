// Finds codes in pictures: with the browser's own reader where it has one that knows our codes, else
// with ZXing in WebAssembly, which we serve ourselves: a station may have no way out to the world.

import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'

export type ReadCodes = (video: HTMLVideoElement) => Promise<readonly string[]>

/** What stands on equipment: makers' serial numbers, asset tags, and our own QR labels. */
const wanted = ['qr_code', 'data_matrix', 'code_128', 'code_39', 'ean_13'] as const

interface NativeReader {
  detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]>
}
interface NativeReaderClass {
  new (options: { formats: readonly string[] }): NativeReader
  getSupportedFormats(): Promise<readonly string[]>
}

export async function openReader(): Promise<ReadCodes> {
  return (await nativeReader()) ?? (await wasmReader())
}

async function nativeReader(): Promise<ReadCodes | null> {
  const Native = (globalThis as { BarcodeDetector?: NativeReaderClass }).BarcodeDetector
  if (!Native) return null
  const known: readonly string[] = await Native.getSupportedFormats().catch(() => [])
  if (!wanted.every((format) => known.includes(format))) return null
  const reader = new Native({ formats: wanted })
  return async (video) => (await reader.detect(video)).map(({ rawValue }) => rawValue)
}

async function wasmReader(): Promise<ReadCodes> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader')
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true })
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return async (video) => {
    if (!context || video.videoWidth === 0) return []
    // A barcode is legible at this width, and every read has to be done before the next picture.
    const width = Math.min(960, video.videoWidth)
    const height = Math.round((video.videoHeight * width) / video.videoWidth)
    canvas.width = width
    canvas.height = height
    context.drawImage(video, 0, 0, width, height)
    const found = await readBarcodes(context.getImageData(0, 0, width, height), {
      formats: ['QRCode', 'DataMatrix', 'Code128', 'Code39', 'EAN13'],
      tryHarder: true,
      maxNumberOfSymbols: 1,
    })
    return found.filter(({ isValid }) => isValid).map(({ text }) => text)
  }
}
