// The ground the components stand on: colours with measured contrast, letters, distances, the cloth, the icons. All numbers are computed
// while the page is drawn.
import { accentOf } from '../accent.ts'
import { ClothSign, Mark } from '../cloth.tsx'
import { THEMES } from '../context.ts'
import { contrast } from '../contrast.ts'
import { decimal } from '../format.ts'
import { Icon } from '../icon.tsx'
import { type IconName, icons } from '../icons.ts'
import { useLanguage, usePhrase } from '../language.ts'
import { PAIRS, palette } from '../palette.ts'
import { Table } from '../table.tsx'
import { words } from '../words.ts'
import { text } from './registry.ts'

function Swatch({ fore, ground }: { fore: string; ground: string }) {
  return (
    <svg viewBox="0 0 56 28" width="56" height="28" aria-hidden="true">
      <rect width="55" height="27" x=".5" y=".5" rx="4" fill={ground} stroke="currentColor" stroke-opacity=".35" />
      <text x="28" y="19" text-anchor="middle" font-size="14" font-weight="700" fill={fore}>
        Aa
      </text>
    </svg>
  )
}

/** Every pair that meets on a page, with its contrast in each theme. */
export function Contrasts() {
  const language = useLanguage()
  return (
    <Table
      dense
      phone="slim"
      caption={text(
        'Kontras setiap pasangan warna, diukur saat halaman ini dibuat',
        'Contrast of every pair of colours, measured as this page was made',
      )}
      columns={[
        { key: 'pair', label: text('Pasangan', 'Pair'), title: true },
        { key: 'least', label: text('Paling sedikit', 'At least'), end: true, optional: true },
        ...THEMES.map((theme) => ({ key: theme, label: words[theme], end: true })),
      ]}
      rows={PAIRS.map(([fore, ground, least]) => ({
        cells: {
          pair: `${fore} / ${ground}`,
          least: decimal(least, 1, language),
          ...Object.fromEntries(
            THEMES.map((theme) => [
              theme,
              <span class="swatch">
                <Swatch fore={palette[theme][fore]} ground={palette[theme][ground]} />
                {decimal(Math.floor(contrast(palette[theme][fore], palette[theme][ground]) * 10) / 10, 1, language)}
              </span>,
            ]),
          ),
        },
      }))}
    />
  )
}

const HUES = [0, 30, 60, 90, 120, 150, 168, 200, 230, 260, 290, 325]

/** Twelve regions’ colours out of 360, with white on each. */
export function Accents() {
  const language = useLanguage()
  return (
    <ul class="key">
      {HUES.map((hue) => {
        const { accent } = accentOf(hue)
        return (
          <li>
            <svg viewBox="0 0 24 16" aria-hidden="true">
              <rect width="24" height="16" rx="3" fill={accent} />
            </svg>
            <span class="num">
              {hue}°, {decimal(Math.floor(contrast('#fff', accent) * 10) / 10, 1, language)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const SIZES = [
  ['h1', 't-2xl', 'Sedang disahkan'],
  ['h2', 't-xl', 'Kejadian dalam hidup'],
  ['h3', 't-l', 'Dasar hukum'],
] as const

export function Letters() {
  const phrase = usePhrase()
  return (
    <div class="stack stack-s">
      {SIZES.map(([, size, sample]) => (
        <p class={`${size} strong`}>{sample}</p>
      ))}
      <p>
        {phrase(
          text(
            'Isi halaman: 17 px di ponsel, 18 px di layar lebar, paling panjang 40 rem.',
            'Body: 17 px on phones, 18 px on wide screens, lines of 40 rem at most.',
          ),
        )}
      </p>
      <p class="s quiet">
        {phrase(text('Petunjuk dan keterangan, 15 lalu 16 px.', 'Hints and remarks, 15 then 16 px.'))}
      </p>
      <p class="xs quiet">{phrase(text('Sumber dan tanggal, 13 lalu 14 px.', 'Sources and dates, 13 then 14 px.'))}</p>
      <p class="code">7KQ4-M9TD-2HXR</p>
    </div>
  )
}

export function Cloths() {
  const phrase = usePhrase()
  return (
    <div class="row">
      <Mark />
      <span class="empty-sign">
        <ClothSign />
      </span>
      <p class="s quiet">
        {phrase(
          text(
            'Jelujur sasirangan: membuka halaman, menandai daerah dan daftar kosong. Tidak pernah menjadi latar tulisan.',
            'The stitches of sasirangan: they open the page, mark the region and an empty list. Never a ground for text.',
          ),
        )}
      </p>
    </div>
  )
}

export function Icons() {
  return (
    <ul class="icons">
      {(Object.keys(icons) as IconName[]).map((name) => (
        <li>
          <Icon name={name} large />
          <span>{name}</span>
        </li>
      ))}
    </ul>
  )
}
