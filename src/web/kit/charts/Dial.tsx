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

/** Left the circle: an open ring with an arrow out; to a new owner upwards, as material downwards. */
function Open({ kept }: { kept: DeviceStatus }) {
  const upwards = kept === 'sold' || kept === 'donated'
  return (
    <g className="dial-left" transform={upwards ? undefined : 'matrix(1 0 0 -1 0 16)'}>
      <path d="M9.6 4.6A4.6 4.6 0 1 0 11.4 8.6" />
      <path d="M7.6 8.4 13.6 2.4M9.8 2.2h4v4" />
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
