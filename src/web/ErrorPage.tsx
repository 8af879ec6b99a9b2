// What to do when a page is not there, failed, or is on its way.
import { useQuery } from '@tanstack/react-query'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { ApiProblem } from './kit/api-client.ts'
import { Button, LinkButton } from './kit/Button.tsx'
import { useText } from './kit/language.tsx'
import { PageHead } from './kit/Page.tsx'
import { Refusal } from './kit/Refusal.tsx'
import { Skeleton } from './kit/Skeleton.tsx'
import { OpenFrame } from './OpenFrame.tsx'
import { sessionQuery } from './session.ts'
import { Shell } from './Shell.tsx'
import { texts } from './texts.ts'
import './shell.css'

/** In the frame for whoever is signed in; a stranger with a misspelt address needs no sign-in. */
export function NotFoundPage() {
  const { data: session } = useQuery({ ...sessionQuery, retry: false })
  if (session) return <Shell page={<NotFound />} />
  return <OpenFrame page={<NotFound />} />
}

function NotFound() {
  const t = useText()
  return (
    <>
      <PageHead title={t(texts.notFound)} lead={t(texts.notFoundLead)} />
      <LinkButton href="/" kind="primary">
        {t(texts.toStart)}
      </LinkButton>
    </>
  )
}

/** A part of the program that a newer version has replaced can no longer be fetched. */
const isOldVersion = (error: unknown) =>
  error instanceof Error &&
  /dynamically imported module|Importing a module script failed/i.test(error.message)

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const t = useText()
  const router = useRouter()
  const old = isOldVersion(error)
  const tools = (
    <>
      {old ? (
        <Button kind="primary" onPress={() => location.reload()}>
          {t(texts.readAgain)}
        </Button>
      ) : (
        <Button
          kind="primary"
          onPress={() => {
            reset()
            void router.invalidate()
          }}
        >
          {t(texts.tryAgain)}
        </Button>
      )}
      <LinkButton href="/">{t(texts.toStart)}</LinkButton>
    </>
  )
  return (
    <div className="errorpage">
      <PageHead
        title={t(old ? texts.newVersion : texts.pageFailed)}
        lead={
          old ? t(texts.newVersionLead) : !(error instanceof ApiProblem) && t(texts.pageFailedLead)
        }
      />
      {error instanceof ApiProblem ? (
        <Refusal problem={error} act={tools} />
      ) : (
        <div className="tools">{tools}</div>
      )}
    </div>
  )
}

export function WaitingPage() {
  return (
    <div className="waitingpage">
      <Skeleton height={34} width={240} />
      <Skeleton lines={8} height={28} />
    </div>
  )
}
