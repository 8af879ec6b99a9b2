import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { insertToken } from '../../features/organisations/store.ts'
import { secretHash } from '../../features/organisations/actions.ts'
import { isRole, permissionsOf, roles } from '../../features/organisations/rules.ts'
import type { Command } from '../main.ts'
import { withDatabase } from '../database.ts'
import { organisationNamed, serviceperson } from '../organisation.ts'
import { Refused, say } from '../talk.ts'

export const token: Command = {
  usage: 'token --organisation NAME --role ROLE',
  about: 'Makes an API token for scripts and prints it on stdout, once.',
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: {
        organisation: { type: 'string' },
        role: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
    const role = values.role ?? ''
    if (!isRole(role)) throw new Refused(`Say which role: --role ${roles.join('|')}`)
    await withDatabase(async ({ database }) => {
      const organisation = await organisationNamed(database, values.organisation)
      const secret = `omlopp_${randomBytes(32).toString('base64url')}`
      const now = new Date()
      await database.asSystem(async (tx) => {
        const person = await serviceperson(tx, organisation.id, role, now)
        await insertToken(tx, {
          id: person.tokenId,
          hash: secretHash(secret),
          organisationId: organisation.id,
          personId: person.id,
          name: `omlopp token ${now.toISOString()}`,
          scopes: [...permissionsOf([role])],
          at: now,
          expiresAt: null,
        })
      })
      say(`${organisation.name}, ${role}:`)
      process.stdout.write(values.json ? `${JSON.stringify({ token: secret })}\n` : `${secret}\n`)
    })
  },
}
