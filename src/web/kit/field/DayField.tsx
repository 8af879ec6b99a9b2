// A calendar day, typed as 2026-03-12 or picked.
import { parseDate } from '@internationalized/date'
import { Calendar as CalendarIcon, ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Calendar, CalendarCell, CalendarGrid } from 'react-aria-components/Calendar'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import type { Day } from '../../../core/dates.ts'
import { useText } from '../language.tsx'
import { texts } from '../../texts.ts'
import { FieldFoot, FieldLabel, ariaOf, type FieldProps } from './parts.tsx'

export interface DayFieldProps extends FieldProps {
  readonly value: Day | null
  readonly onChange: (value: Day | null) => void
  readonly first?: Day
  readonly last?: Day
}

export function DayField(props: DayFieldProps) {
  const { value, onChange, first, last } = props
  const t = useText()
  return (
    <DatePicker
      {...ariaOf(props)}
      className="field"
      value={value ? parseDate(value) : null}
      onChange={(day) => onChange(day?.toString() ?? null)}
      shouldForceLeadingZeros
      {...(first && { minValue: parseDate(first) })}
      {...(last && { maxValue: parseDate(last) })}
    >
      <FieldLabel {...props} />
      <Group className="input-row">
        <DateInput className="segments">{(segment) => <DateSegment segment={segment} />}</DateInput>
        {!props.readOnly && (
          <Button aria-label={t(texts.showCalendar)}>
            <CalendarIcon aria-hidden />
          </Button>
        )}
      </Group>
      <FieldFoot {...props} />
      <Popover className="popover" offset={4}>
        <Dialog className="pad">
          <Calendar className="calendar" firstDayOfWeek="mon">
            <header>
              <Button
                slot="previous"
                className="btn quiet small only"
                aria-label={t(texts.previousMonth)}
              >
                <ChevronLeft aria-hidden />
              </Button>
              <Heading />
              <Button slot="next" className="btn quiet small only" aria-label={t(texts.nextMonth)}>
                <ChevronRight aria-hidden />
              </Button>
            </header>
            <CalendarGrid weekdayStyle="short">
              {(date) => <CalendarCell date={date} className="date" />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
