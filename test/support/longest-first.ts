// The longest files first, so that no worker is left alone with one of them at the end.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** By how long they take: the journeys, what starts the command again and again, and all else. */
const order = [/\/journeys\/pages\./, /\/test\/journeys\//, /\/test\/[^/]+\.test\./, /\/database\//]
const place = ({ moduleId }: TestSpecification): number => {
  const at = order.findIndex((pattern) => pattern.test(moduleId))
  return at < 0 ? order.length : at
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.sort((a, b) => place(a) - place(b))
  }
}
