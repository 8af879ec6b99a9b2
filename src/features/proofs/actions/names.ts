// Names for what certificates hold as ids, for those who may see them.
import type { Language } from '../../../core/text.ts'
import type { ActionContext } from '../../../database/context.ts'
import { isRole } from '../../organisations/rules.ts'
import { roleTexts } from '../../organisations/texts.ts'
import type { Signatory } from '../rules.ts'
import type { CertificateContent, Names, SignedBy } from '../rules/content.ts'
import * as store from '../store.ts'
import { certificateTexts as t, frameTexts } from '../texts/certificate.ts'

const signersOf = (content: CertificateContent): SignedBy[] =>
  (content.kind === 'erasure'
    ? [
        content.erasure.sanitisedBy,
        content.erasure.verifiedBy,
        content.erasure.validatedBy,
        content.erasure.escalatedBy,
      ]
    : [content.performedBy, content.witness]
  ).flatMap((by) => (by ? [by] : []))

/** One look-up for any number of certificates. @returns the names for one of them */
export async function namesFor(
  ctx: ActionContext,
  contents: readonly CertificateContent[],
  language: Language,
): Promise<(content: CertificateContent) => Names> {
  const missing = frameTexts.notStated[language]
  const ids = (pick: (content: CertificateContent) => readonly (string | null | undefined)[]) => [
    ...new Set(contents.flatMap(pick).flatMap((id) => (id ? [id] : []))),
  ]
  const people = byId(
    await store.peopleNamed(
      ctx.tx,
      ids((content) => signersOf(content).map(({ personId }) => personId)),
    ),
  )
  const organisations = byId(
    await store.organisationsNamed(
      ctx.tx,
      ids((content) => [content.issuerId, content.ownerId]),
    ),
  )
  const places = byId(
    await store.placesNamed(
      ctx.tx,
      ids(({ placeId }) => [placeId]),
    ),
  )
  const organisationName = (id: string): string =>
    organisations.get(id)?.name ?? t.organisationOf[language](id)
  const rule = (content: CertificateContent, version: string, at: Date): Signatory => ({
    name: version,
    title: t.ruleTitle[language],
    organisationName: organisationName(content.issuerId),
    place: missing,
    contact: missing,
    signedAt: at,
    signature: t.signedInOmlopp[language],
  })
  return (content) => ({
    person: (by) => {
      const known = people.get(by.personId)
      const role = by.position ?? known?.roles.at(0)
      return {
        // A person of another organisation is an id here: names stay where they can be purged.
        name: known?.name ?? t.personOf[language](by.personId),
        title: role && isRole(role) ? roleTexts[role][language] : missing,
        organisationName: organisationName(by.organisationId),
        place: places.get(content.placeId ?? '')?.name ?? missing,
        contact: known?.email ?? by.personId,
        signedAt: new Date(by.signedAt),
        signature: t.signedInOmlopp[language],
      }
    },
    rule: (version, at) => rule(content, version, at),
    organisation: (id) => ({
      name: organisationName(id),
      organisationNumber: organisations.get(id)?.number ?? null,
      addressLines: [],
      contact: null,
    }),
    reason: { chosen: t.reasonChosen[language], failed: t.reasonFailed[language] },
    notStated: missing,
  })
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.id, row]))
