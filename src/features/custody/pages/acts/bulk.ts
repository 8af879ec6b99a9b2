// One act on many devices: in parts that the server takes, with progress, and a result per device.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '../../../../web/kit/api-client.ts'
import { useFormat, useText, type Translate } from '../../../../web/kit/language.tsx'
import type { BulkOutcome } from '../../../../web/kit/table/SelectionBar.tsx'
import { actTexts } from '../../texts/pages.ts'

export interface Target {
  readonly id: string
  /** What people call it: `EX-104 815`. */
  readonly name: string
}
/** What an act is done to; of a whole filter the devices are read first. */
export interface Targets {
  readonly count: number
  /** The one device's name, when there is only one. */
  readonly name?: string | undefined
  readonly load: () => Promise<readonly Target[]>
}
interface Answer {
  readonly items: readonly {
    readonly deviceId: string
    readonly done: boolean
    readonly title: string | null
  }[]
}
type Said = {
  readonly sv: (d: string, of: string) => string
  readonly en: (d: string, of: string) => string
}

/** As many as one call may hold. */
const PART = 500
/** A list longer than this is read as a file, not on the screen. */
const MOST_SHOWN = 100

export function useBulkAct(said: Said) {
  const client = useQueryClient()
  const t = useText()
  const { num } = useFormat()
  const [state, setState] = useState<{ busy: boolean; done: number; problem: ApiProblem | null }>({
    busy: false,
    done: 0,
    problem: null,
  })
  /** Resolves with how it went, or null when nothing was done: `problem` then says why. */
  async function run(
    targets: Targets,
    send: (ids: readonly string[]) => Promise<Answer>,
  ): Promise<(BulkOutcome & { readonly done: number }) | null> {
    setState({ busy: true, done: 0, problem: null })
    const items: Answer['items'][number][] = []
    let stopped: ApiProblem | null = null
    let devices: readonly Target[] = []
    try {
      devices = await targets.load()
      for (let at = 0; at < devices.length; at += PART) {
        const part = devices.slice(at, at + PART).map(({ id }) => id)
        items.push(...(await send(part)).items)
        setState({ busy: true, done: items.length, problem: null })
      }
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      stopped = problem
    }
    setState({ busy: false, done: items.length, problem: items.length === 0 ? stopped : null })
    if (items.length === 0) return null
    await client.invalidateQueries()
    return { ...wordsOf(items, devices, said, stopped, t, num), done: doneOf(items) }
  }
  return {
    ...state,
    run,
    progress: (of: number) => t(actTexts.working, num(state.done), num(of)),
    clear: () => setState({ busy: false, done: 0, problem: null }),
  }
}

const doneOf = (items: Answer['items']) => items.filter(({ done }) => done).length

function wordsOf(
  items: Answer['items'],
  devices: readonly Target[],
  said: Said,
  stopped: ApiProblem | null,
  t: Translate,
  num: (value: number) => string,
): BulkOutcome {
  const names = new Map(devices.map(({ id, name }) => [id, name]))
  const refused = items.filter(({ done }) => !done)
  const text = [
    t(said, num(items.length - refused.length), num(devices.length)),
    ...(stopped ? [`${t(actTexts.stopped)} ${stopped.title}`] : []),
    ...(refused.length > 0 ? [t(actTexts.couldNot, num(refused.length))] : []),
  ].join(' ')
  const shown = refused.slice(0, MOST_SHOWN).map(({ deviceId, title }) => ({
    name: names.get(deviceId) ?? deviceId,
    why: title ?? '',
  }))
  const left = refused.length - shown.length
  return {
    text,
    refused: left > 0 ? [...shown, { name: '…', why: t(actTexts.moreRefused, num(left)) }] : shown,
  }
}
