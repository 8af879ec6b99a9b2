import { DefinitionList } from '../../../web/kit/Facts.tsx'
import { Section } from '../../../web/kit/Page.tsx'
import type { Said } from './certificate-facts.ts'

export const Part = ({
  title,
  facts,
}: {
  readonly title: string
  readonly facts: readonly Said[]
}) => (
  <Section beside title={title}>
    <DefinitionList facts={facts} />
  </Section>
)
