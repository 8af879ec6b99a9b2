// Gathers what the features declare. A feature adds pages by having `pages/pages.ts`; nothing is listed here.
import type { FeaturePages } from './kit/page.ts'

const modules = import.meta.glob<{ default: FeaturePages }>('../features/*/pages/pages.ts', {
  eager: true,
})
const features = Object.values(modules).map((module) => module.default)
const byOrder = (a: { order: number }, b: { order: number }) => a.order - b.order

export const pages = features.flatMap((feature) => feature.pages)
export const navigation = features.flatMap((feature) => feature.navigation ?? []).toSorted(byOrder)
export const palette = features.flatMap((feature) => feature.palette ?? []).toSorted(byOrder)
