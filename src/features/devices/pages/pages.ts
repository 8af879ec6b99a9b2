import { ApiProblem, call } from '../../../web/kit/api-client.ts'
import type { FeaturePages, PaletteHit } from '../../../web/kit/page.ts'
import { useSession } from '../../../web/kit/session.ts'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { api } from '../api.ts'
import { formTexts, listTexts, pageTexts } from '../texts/pages.ts'
import { entrySearch } from './device/search.ts'
import { importPages } from './import/declared.ts'
import { devicesSearch, queryOf } from './list/search.ts'

function useDeviceCount() {
  const { may } = useSession()
  return useEndpoint(api.countDevices, { query: queryOf({}) }, { enabled: may('devices.see') }).data
    ?.total
}

const declared: FeaturePages = {
  pages: [
    {
      path: '/devices',
      title: listTexts.title,
      search: devicesSearch,
      load: () => import('./DevicesPage.tsx'),
    },
    ...importPages,
    { path: '/devices/new', title: formTexts.newTitle, load: () => import('./NewDevicePage.tsx') },
    {
      path: '/devices/{deviceId}',
      title: pageTexts.title,
      search: entrySearch,
      load: () => import('./DevicePage.tsx'),
    },
    {
      path: '/devices/{deviceId}/edit',
      title: pageTexts.change,
      load: () => import('./EditDevicePage.tsx'),
    },
    // The address that our labels carry as a QR code.
    { path: '/d/{code}', title: pageTexts.labelTitle, load: () => import('./LabelPage.tsx') },
  ],
  navigation: [
    {
      to: '/devices',
      text: listTexts.register,
      group: 'equipment',
      order: 1,
      permission: 'devices.see',
      useCount: useDeviceCount,
    },
  ],
  palette: [
    {
      id: 'devices',
      text: listTexts.palette,
      order: 1,
      find: (q, signal) =>
        forbiddenIsNothing(async () => {
          const { items } = await call(api.listDevices, { query: { q, limit: 8 } }, { signal })
          return items.map(hitOf)
        }),
      scan: (code, signal) =>
        forbiddenIsNothing(async () => {
          const { items } = await call(api.findDevices, { body: { codes: [code] } }, { signal })
          return items.flatMap(({ devices }) => devices.map(hitOf))
        }),
    },
  ],
}
export default declared

type Found = Awaited<ReturnType<typeof call<typeof api.listDevices>>>['items'][number]
const hitOf = (device: Found): PaletteHit => {
  const { id, assetTag, serialNumber, maker, model } = device
  const title = [assetTag, serialNumber].filter(Boolean).join(', ')
  const where = device.holder?.name ?? device.unit?.name ?? device.place?.name
  return {
    id: `device-${id}`,
    href: `/devices/${id}`,
    title: title || `${maker} ${model}`,
    note: [title && `${maker} ${model}`, where].filter(Boolean).join(', '),
  }
}

/** Who may not look in the register finds nothing there. */
async function forbiddenIsNothing(find: () => Promise<PaletteHit[]>): Promise<PaletteHit[]> {
  try {
    return await find()
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 403) return []
    throw problem
  }
}
