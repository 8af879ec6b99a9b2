// The organisation itself, in parts. What stands here is decided by the reader's permissions.
import { Button } from '../../../../web/kit/Button.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { PageHead } from '../../../../web/kit/Page.tsx'
import { useSearch } from '../../../../web/kit/search.ts'
import { useSession } from '../../../../web/kit/session.ts'
import { Tabs } from '../../../../web/kit/Tabs.tsx'
import { codingTexts } from '../../texts/coding.ts'
import { settingsTexts as texts } from '../../texts/settings.ts'
import { NotMine } from '../NotMine.tsx'
import { organisationSearch, type OrganisationPart } from './address.ts'
import { Coding } from './Coding.tsx'
import { EditOrganisation } from './EditOrganisation.tsx'
import { Partners } from './Partners.tsx'
import { Places } from './Places.tsx'
import { Tokens } from './Tokens.tsx'
import { Units } from './Units.tsx'

export default function OrganisationPage() {
  const t = useText()
  const { may, organisation } = useSession()
  const [{ part, change }, setSearch] = useSearch(organisationSearch)
  const all: readonly { id: OrganisationPart; text: string; content: React.ReactNode }[] = [
    { id: 'units', text: t(texts.units), content: <Units /> },
    { id: 'places', text: t(texts.places), content: <Places /> },
    { id: 'partners', text: t(texts.partners), content: <Partners /> },
    { id: 'coding', text: t(codingTexts.title), content: <Coding /> },
    { id: 'tokens', text: t(texts.tokens), content: <Tokens /> },
  ]
  const parts = all.filter(({ id }) => may(id === 'tokens' ? 'tokens.manage' : 'organisation.see'))
  const shown = parts.find(({ id }) => id === part) ?? parts[0]
  return (
    <>
      <PageHead
        title={t(texts.organisation)}
        heading={organisation?.name}
        lead={t(texts.organisationLead)}
        acts={
          may('organisation.manage') && (
            <Button onPress={() => setSearch({ change: true })}>
              {t(texts.changeOrganisation)}
            </Button>
          )
        }
      />
      {shown ? (
        <Tabs
          label={t(texts.parts)}
          parts={parts}
          value={shown.id}
          onChange={(id) => setSearch({ part: id as OrganisationPart })}
        />
      ) : (
        <NotMine />
      )}
      {change && may('organisation.manage') && (
        <EditOrganisation onClose={() => setSearch({ change: false })} />
      )}
    </>
  )
}
