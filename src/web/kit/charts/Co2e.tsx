/** Carbon dioxide equivalents; the typeface lacks the small two, so it is set as a subscript. */
export const Co2e = () => (
  <>
    CO<sub>2</sub>e
  </>
)
