/** The drawing of the service: the path after rehabilitation, and what carries it. A wide picture, and a tall one for phones. */
import type { frontWords } from './front.words.ts'

type Words = ReturnType<typeof frontWords>['model']

/** Where talks stand on the wide path: close at first, then further apart; the sixth is where it gets hard. */
const wideTalks = [
  [330, 193],
  [364, 189],
  [398, 184],
  [466, 176],
  [568, 168],
  [720, 194],
  [757, 180],
  [828, 155],
  [948, 132],
  [1094, 98],
] as const
const tallTalks = [
  [28, 104],
  [28, 128],
  [28, 152],
  [28, 196],
  [52, 262],
  [36, 304],
  [28, 346],
] as const

export function ServiceModel({ words }: { words: Words }) {
  return (
    <figure class="model">
      <Wide words={words} />
      <Tall words={words} />
      <figcaption>{words.caption}</figcaption>
    </figure>
  )
}

function Wide({ words }: { words: Words }) {
  return (
    <svg class="model-wide" viewBox="0 0 1152 470" role="img" aria-label={words.summary}>
      <path class="m-1" d="M0 250 C 200 220 420 180 600 196 S 900 190 1152 112 V 340 H 0 Z" />
      <path class="m-2" d="M0 336 C 240 318 420 330 620 312 S 980 292 1152 270 V 420 H 0 Z" />
      <path
        class="m-3"
        d="M0 406 C 300 392 520 398 760 384 S 1060 372 1152 364 V 462 Q 1152 470 1144 470 H 8 Q 0 470 0 462 Z"
      />
      <path
        class="m-path"
        d="M196 202 C 260 204 300 196 364 189 S 520 168 600 168 S 690 196 720 194 S 780 162 828 155 S 1040 112 1118 92"
      />
      {wideTalks.map(([x, y], index) => (
        <circle class={index === 5 ? 'm-hard' : 'm-talk'} cx={x} cy={y} r={index === 5 ? 13 : 8} />
      ))}
      <rect class="m-box" x="28" y="140" width="168" height="98" rx="8" />
      <text class="m-bold" x="48" y="180">
        {words.rehab}
      </text>
      <text x="48" y="206">
        {words.rehabSub}
      </text>
      <path class="m-line" d="M262 108 V 198" />
      <text class="m-bold" x="272" y="122">
        {words.leaving}
      </text>
      <text x="300" y="154">
        {words.monthly}
      </text>
      <text x="520" y="134">
        {words.longer}
      </text>
      <text class="m-bold" x="720" y="232" text-anchor="middle">
        {words.hard}
      </text>
      <text x="720" y="254" text-anchor="middle">
        {words.hardSub}
      </text>
      <text class="m-bold" x="1118" y="42" text-anchor="end">
        {words.own}
      </text>
      <text x="1118" y="66" text-anchor="end">
        {words.ownSub}
      </text>
      <text class="m-bold" x="28" y="304">
        {words.communities}
      </text>
      <text x="330" y="304">
        {words.communitiesSub}
      </text>
      <text class="m-bold" x="28" y="380">
        {words.partners}
      </text>
      <text class="m-2-on" x="330" y="380">
        {words.partnersSub}
      </text>
      <text class="m-bold m-on" x="28" y="446">
        {words.learning}
      </text>
      <text class="m-on" x="330" y="446">
        {words.learningSub}
      </text>
    </svg>
  )
}

function Tall({ words }: { words: Words }) {
  return (
    <svg class="model-tall" viewBox="0 0 358 640" role="img" aria-label={words.summary}>
      <path class="m-1" d="M0 430 C 120 412 220 416 358 400 V 520 H 0 Z" />
      <path class="m-2" d="M0 506 C 120 494 240 496 358 482 V 590 H 0 Z" />
      <path class="m-3" d="M0 580 C 120 568 240 570 358 556 V 632 Q 358 640 350 640 H 8 Q 0 640 0 632 Z" />
      <path class="m-path" d="M28 62 V 200 C 28 232 52 236 52 262 S 28 300 28 346 V 418" />
      {tallTalks.map(([x, y], index) => (
        <circle class={index === 4 ? 'm-hard' : 'm-talk'} cx={x} cy={y} r={index === 4 ? 12 : 6} />
      ))}
      <rect class="m-box" x="1" y="1" width="210" height="60" rx="8" />
      <text class="m-bold" x="16" y="27">
        {words.rehab}
      </text>
      <text x="16" y="48">
        {words.rehabSub}
      </text>
      <path class="m-line" d="M18 82 H 44" />
      <text class="m-bold" x="54" y="87">
        {words.leaving}
      </text>
      <text x="54" y="133">
        {words.monthly}
      </text>
      <text x="54" y="201">
        {words.longer}
      </text>
      <text class="m-bold" x="76" y="260">
        {words.hard}
      </text>
      <text x="76" y="281">
        {words.hardSub}
      </text>
      <text class="m-bold" x="54" y="350">
        {words.own}
      </text>
      <text x="54" y="371">
        {words.ownSub}
      </text>
      <text class="m-bold" x="16" y="466">
        {words.communities}
      </text>
      <text class="m-bold" x="16" y="544">
        {words.partners}
      </text>
      <text class="m-bold m-on" x="16" y="612">
        {words.learning}
      </text>
    </svg>
  )
}
