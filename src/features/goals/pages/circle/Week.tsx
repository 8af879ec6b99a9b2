// What moved in the last seven days, station by station.
import { Dial } from '../../../../web/kit/charts/Dial.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Link } from '../../../../web/kit/Link.tsx'
import { circleTexts, movedTexts } from '../../texts/circle.ts'
import { stationHref, type Station } from './ring.ts'

export function Week(props: { readonly stations: readonly Station[]; readonly today: string }) {
  const t = useText()
  const { num } = useFormat()
  const moved = props.stations.flatMap(({ id, week }) =>
    week !== null && movedTexts[id] ? [{ id, week, text: movedTexts[id] }] : [],
  )
  if (moved.length === 0) return null
  return (
    <section className="week" aria-labelledby="week-title">
      <h2 id="week-title">{t(circleTexts.week)}</h2>
      {moved.every(({ week }) => week === 0) ? (
        <p className="muted">{t(circleTexts.weekNone)}</p>
      ) : (
        <ul>
          {moved.map(({ id, week, text }) => (
            <li key={id}>
              <Link href={stationHref(id, props.today)}>
                <span className="status-word">
                  <Dial status={id} />
                  {t(text)}
                </span>
                <b>{num(week)}</b>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
