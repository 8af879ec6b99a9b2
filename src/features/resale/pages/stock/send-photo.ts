// A picture on its way in: drawn anew at the size that a shop needs, upright, and without what the
// camera wrote into it. What the browser cannot draw goes as it is, and the server says no.
import { call } from '../../../../web/kit/api-client.ts'
import { api } from '../api.ts'

const LONGEST = 1600

export async function sendPhoto(
  file: File,
  to: typeof api.sendPhoto | typeof api.sendEmployeePhoto = api.sendPhoto,
): Promise<string> {
  const body = new FormData()
  body.append('file', await smaller(file), file.name)
  return (await call(to, { body } as never)).photoId
}

async function smaller(file: File): Promise<Blob> {
  try {
    const drawn = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST / Math.max(drawn.width, drawn.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(drawn.width * scale))
    canvas.height = Math.max(1, Math.round(drawn.height * scale))
    canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height)
    const type = file.type === 'image/png' ? 'image/png' : 'image/jpeg'
    return await new Promise((done) => canvas.toBlob((blob) => done(blob ?? file), type, 0.85))
  } catch {
    return file
  }
}
