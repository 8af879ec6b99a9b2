import type { PageDeclaration } from '../../../../web/kit/page.ts'
import { importPageTexts } from '../../texts/import-pages.ts'
import { importSearch } from './address.ts'

export const importPages: readonly PageDeclaration[] = [
  {
    path: '/devices/import',
    load: () => import('./FilePage.tsx'),
    title: importPageTexts.title,
  },
  {
    path: '/devices/import/{importId}',
    load: () => import('./ImportPage.tsx'),
    title: importPageTexts.title,
    search: importSearch,
  },
]
