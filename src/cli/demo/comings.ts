// Who begins and who leaves in Exempelby: a profile each for teachers and case officers.
import { addDays, dayOf } from '../../core/dates.ts'
import { done } from '../../core/result.ts'
import { saveNeedProfile } from '../../features/ordering/actions/comings.ts'
import { changePerson, createPerson } from '../../features/organisations/actions.ts'
import type { DemoWorld } from './world.ts'

const line = {
  ...{ kind: 'laptop' as const, leastMemoryGb: 8, leastStorageGb: null, leastScreenInches: null },
  ...{ osFamily: null, leastGrade: null },
}
const profiles = [
  { name: 'Lärare', lines: [line] },
  {
    name: 'Handläggare',
    lines: [line, { ...line, kind: 'monitor' as const, leastMemoryGb: null }],
  },
]
/** Who begins, where, as what, and in how many days. */
const joiners = [
  ['Elsa Nordin', 'Vikens gymnasium', 'Lärare', 9],
  ['Yusuf Demir', 'Biståndsenheten', 'Handläggare', 16],
  ['Maja Ek', 'Åbrinks skola', 'Lärare', 38],
] as const

export async function fillComings(
  world: DemoWorld,
  unitOf: (name: string) => { readonly id: string },
): Promise<void> {
  const today = dayOf(world.now)
  for (const profile of profiles)
    await world.act('anna', world.now, (ctx) => saveNeedProfile(ctx, { body: profile }))
  for (const [name, unit, profile, days] of joiners)
    await world.act('sara', world.now, (ctx) =>
      createPerson(ctx, {
        body: { name, unitId: unitOf(unit).id, profile, startsOn: addDays(today, days) },
      }),
    )
  // Three who hold a computer, the same every time; whoever signs in to the demo stays.
  const leaving = await world.act('tove', world.now, async (ctx) =>
    done(
      await ctx.tx.rows<{ id: string }>(
        `SELECT DISTINCT ON (l.holder_id) l.holder_id AS id FROM devices.listing l
         JOIN organisations.unit u ON u.id = l.unit_id
         WHERE l.organisation_id = organisations.current_id() AND l.status = 'inUse'
           AND l.kind = 'laptop' AND l.holder_id IS NOT NULL
           AND u.name IN ('Vikens gymnasium', 'Biståndsenheten', 'Åbrinks skola')
           AND l.holder_id <> ALL ($1)
         ORDER BY l.holder_id LIMIT 3`,
        [Object.values(world.staff)],
      ),
    ),
  )
  for (const [at, { id }] of leaving.entries())
    await world.act('sara', world.now, (ctx) =>
      changePerson(ctx, {
        params: { personId: id },
        body: { leavesOn: addDays(today, [-2, 12, 31][at]!) },
      }),
    )
}
