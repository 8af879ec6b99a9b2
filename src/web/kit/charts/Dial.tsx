import { polar, round } from './geometry.ts'
import { hasLeft, hours, isLost, stageColour } from './status.ts'
import type { DeviceStatus } from './status.ts'
import './status.css'

/** A small circle that says by position where a device stands. Always beside its word. */
export function Dial({ status }: { status: DeviceStatus }) {
  return (
    <svg className="dial" viewBox="0 0 16 16" aria-hidden="true">
      {isLost(status) ? (
        <Broken />
      ) : hasLeft(status) ? (
        <Open kept={status} />
      ) : (
        <Hour at={status} />
      )}
    </svg>
  )
}

function Hour({ at }: { at: keyof typeof hours }) {
  const dot = polar({ x: 8, y: 8 }, 5.2, hours[at])
  return (
    <>
      <circle className="dial-ring" cx="8" cy="8" r="5.2" />
      <circle
        className="dial-dot"
        cx={round(dot.x)}
        cy={round(dot.y)}
        r="2.9"
        style={{ fill: stageColour(at) }}
      />
    </>
  )
}

/** Left the circle: an open ring and an arrow out of it; to a new owner sideways, as material down. */
function Open({ kept }: { kept: DeviceStatus }) {
  const onwards = kept === 'sold' || kept === 'donated'
  return (
    <g className="dial-left" transform={onwards ? undefined : 'rotate(90 8 8)'}>
      <path className="dial-ring" d="M11.1 10.9A5 5 0 1 1 11.1 5.1" />
      <path d="M6.6 8h8.2M12.4 5.6 14.8 8l-2.4 2.4" />
    </g>
  )
}

/** Lost: the ring is broken. */
function Broken() {
  return (
    <g className="dial-lost">
      <path d="M6.1 3.1A5.2 5.2 0 0 0 5.4 12.5" />
      <path d="M9.9 12.9A5.2 5.2 0 0 0 10.6 3.5" />
    </g>
  )
}
