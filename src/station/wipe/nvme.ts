// The NVMe drive erases itself: Sanitize for the whole of it, with its status page as the word that
// counts; Format, for one namespace, where it has no Sanitize.
import { jsonObject } from '../../features/erasure/rules/evidence/json.ts'
import { parseEvidence } from '../../features/erasure/rules/evidence/parse.ts'
import { invariant } from '../../core/result.ts'
import { logOf, runTool } from '../tools.ts'
import { pause, POLL_MS, type WipeAsked, type Wiped } from './wipe.ts'

/** Sanitize actions (NVMe base specification, command dword 10). */
const actions: Readonly<Record<string, string>> = {
  'nvme-sanitize-block': '2',
  'nvme-sanitize-overwrite': '3',
  'nvme-sanitize-crypto': '4',
}

export const wipeWithNvme = (asked: WipeAsked): Promise<Wiped> =>
  asked.method === 'nvme-format-crypto' ? format(asked) : sanitize(asked)

async function sanitize({ drive, method, started, progress }: WipeAsked): Promise<Wiped> {
  const controller = /^\/dev\/nvme\d+/.exec(drive.path)?.[0]
  const action = actions[method]
  invariant(controller && action, 'a namespace has its controller, and a method its action')
  const args = ['sanitize', controller, '-a', action]
  const begun = await runTool('nvme', args, { timeoutMs: 600_000, started })
  const failed = begun.code !== 0
  let page = ''
  for (let running = true; running;) {
    page = (
      await runTool('nvme', ['sanitize-log', controller, '-o', 'json'], { timeoutMs: 60_000 })
    ).stdout
    const evidence = jsonObject(page) ? parseEvidence(page) : null
    const state = evidence?.format === 'nvme-sanitize-log' ? evidence.sanitize : null
    if (state?.sprog !== null && state?.sprog !== undefined) progress(state.sprog / 65_536)
    running = !failed && state?.status === 2
    if (running) await pause(POLL_MS)
  }
  return {
    logs: [
      { role: 'hardware', name: 'nvme sanitize', text: logOf('nvme', args, begun) },
      { role: 'wipe', name: 'nvme sanitize-log', text: page },
    ],
    failed,
  }
}

async function format({ drive, started }: WipeAsked): Promise<Wiped> {
  const args = ['format', drive.path, '-s', '2', '--force']
  const said = await runTool('nvme', args, { timeoutMs: 24 * 3_600_000, started })
  const text = `${said.stdout}${said.stderr}${said.code === 0 ? '' : `\nrc=${said.code ?? 'none'}\n`}`
  return { logs: [{ role: 'wipe', name: 'nvme format -s 2', text }], failed: said.code !== 0 }
}
