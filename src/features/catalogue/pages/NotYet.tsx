// A page whose one thing has not come, or is not this reader's to see.
import { PageHead, type PageHeadProps } from '../../../web/kit/Page.tsx'
import { Refusal, type RefusalProps } from '../../../web/kit/Refusal.tsx'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { refusals } from '../texts.ts'

export const NotYet = (
  props: Pick<PageHeadProps, 'title' | 'up'> & Pick<RefusalProps, 'problem'>,
) => (
  <>
    <PageHead title={props.title} {...(props.up && { up: props.up })} />
    {props.problem ? (
      <Refusal problem={props.problem} words={refusals} />
    ) : (
      <Skeleton lines={6} height={56} />
    )}
  </>
)
