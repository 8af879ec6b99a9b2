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
  const signer = (content: CertificateContent, by: SignedBy): Signatory => {
    const known = people.get(by.personId)
    const role = by.position ?? known?.roles.at(0)
    const organisation = organisationName(by.organisationId)
    return {
      personId: by.personId,
      // Names stay where they can be purged: of a person elsewhere the paper says the role, and whom to ask.
      name: known?.name ?? null,
      title: role && isRole(role) ? roleTexts[role][language] : missing,
      organisationName: organisation,
      place: placeName(content, organisation),
      contact: known?.email ?? t.askFor[language](organisation, shortId(by.personId)),
      signedAt: new Date(by.signedAt),
      signature: t.signedInOmlopp[language],
    }
  }
  const placeName = ({ placeId }: CertificateContent, organisation: string): string =>
    placeId
      ? (places.get(placeId)?.name ?? t.keptBy[language](organisation))
      : t.placeUnknown[language]
  return (content) => ({
    person: (by) => signer(content, by),
    witness: (by) => ({
      ...signer(content, by),
      signature: (by.confirmed ? t.confirmedByWitness : t.namedByOperator)[language],
    }),
    rule: (version, at) => ({
      personId: version,
      name: t.ruleTitle[language](version),
      title: t.noPerson[language],
      organisationName: organisationName(content.issuerId),
      place: '',
      contact: '',
      signedAt: at,
      signature: t.signedInOmlopp[language],
    }),
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

/** The end of an id tells people apart in the record, and fits a line of the paper. */
const shortId = (id: string): string => id.slice(-12)

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.id, row]))
