// Two drawings that tell how a child is measured: lying on the board, standing at the wall. Decoration beside the words.
export function LyingPicture() {
  return (
    <svg class="posture" viewBox="0 0 96 48" width="96" height="48" aria-hidden="true">
      <path d="M6 40h84M10 40V14M86 40V22" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" />
      <circle cx="21" cy="30" r="7" fill="none" stroke="currentColor" stroke-width="3" />
      <path
        d="M28 32h28l24 1M80 33v-6M34 31l12-6M34 34h16"
        fill="none"
        stroke="currentColor"
        stroke-width="3"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}

export function StandingPicture() {
  return (
    <svg class="posture" viewBox="0 0 96 48" width="96" height="48" aria-hidden="true">
      <path d="M34 46h34M64 46V2M64 6H40" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" />
      <circle cx="50" cy="13" r="5" fill="none" stroke="currentColor" stroke-width="3" />
      <path
        d="M50 18v14M50 32l-4 13M50 32l4 13M50 22l-7 7M50 22l7 7"
        fill="none"
        stroke="currentColor"
        stroke-width="3"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
