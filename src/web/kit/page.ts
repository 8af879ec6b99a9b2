// How a feature tells the shell about its pages: `features/<name>/pages/pages.ts` exports them.
import { useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { AnyText } from './language.tsx'
import type { SearchShape } from './search.ts'

export interface PageDeclaration {
  /** As endpoints write it: `/devices/{deviceId}`. */
  readonly path: string
  /** `() => import('./DevicesPage.tsx')`; the page is the default export. */
  readonly load: () => Promise<{ default: ComponentType }>
  readonly title: AnyText
  /** What the page reads from the address; anything else there is dropped. */
  readonly search?: SearchShape
  /** `bare`: no rail and no top, for stations and for pages that anybody may read. */
  readonly frame?: 'shell' | 'bare'
  /** `public`: no session needed. */
  readonly access?: 'public' | 'signedIn'
}

export type NavigationGroup =
  'start' | 'equipment' | 'needs' | 'catalogue' | 'accounts' | 'settings'

export interface NavigationItem {
  readonly to: string
  readonly text: AnyText
  readonly group: NavigationGroup
  /** Place in the group, lowest first; the circle decides for equipment. */
  readonly order: number
  /** Shown only to those who have it. */
  readonly permission?: string
  /** A hook: whether it is there at all, for what an organisation may leave closed. */
  readonly useShown?: () => boolean
  /** A hook: what stands there now. */
  readonly useCount?: () => number | undefined
}

/** Searches for the command palette, in the order devices, people, orders. */
export interface PaletteSource {
  readonly id: string
  readonly text: AnyText
  readonly order: number
  /** Called for each stretch of typing; the signal ends when the next one starts. */
  readonly find: (query: string, signal: AbortSignal) => Promise<readonly PaletteHit[]>
  /** What a scanned mark means, exactly; a single hit is opened at once. */
  readonly scan?: (code: string, signal: AbortSignal) => Promise<readonly PaletteHit[]>
}
export interface PaletteHit {
  readonly id: string
  readonly href: string
  readonly title: string
  /** One quiet line: model, place, holder. */
  readonly note?: string
}

export interface FeaturePages {
  readonly pages: readonly PageDeclaration[]
  readonly navigation?: readonly NavigationItem[]
  readonly palette?: readonly PaletteSource[]
}

/** A part of the address: `useParam('deviceId')` on `/devices/{deviceId}`. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`The address has no ${name}`)
  return value
}
