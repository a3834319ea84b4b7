// The home of Balanting: what this visitor's roles may open, by what they came to do.
import { say, type Text } from '../../kernel/text.ts'
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { MenuRows } from '../../platform/ui/menu-rows.tsx'
import type { HubEntry, HubSection } from './hub.ts'

export const HUB_WORDS = {
  title: { id: 'Balanting', en: 'Balanting' },
  lead: {
    id: 'Balangan melawan stunting: satu gambar untuk keluarga dan desa yang sama.',
    en: 'Balangan against stunting: one picture of the same families and villages.',
  },
  none: { id: 'Belum ada yang terbuka untuk akun ini', en: 'Nothing is open to this account yet' },
  noneText: {
    id: 'Balanting dibuka untuk kader, petugas kesehatan, desa, OPD, dan orang tua asuh. Peran diberikan sekretariat TPPS.',
    en: 'Balanting opens to cadres, health workers, villages, agencies and foster parents. The secretariat gives the roles.',
  },
  home: { id: 'Ke beranda kabupaten', en: 'To the home of the regency' },
  about: { id: 'Bagian Balanting', en: 'Parts of Balanting' },
} as const satisfies Record<string, Text>

const SECTIONS: readonly { readonly section: HubSection; readonly name: Text }[] = [
  { section: 'village', name: { id: 'Desa dan posyandu', en: 'Village and posyandu' } },
  { section: 'work', name: { id: 'Pekerjaan saya', en: 'My work' } },
  { section: 'plan', name: { id: 'Gambar kabupaten', en: 'The regency' } },
  { section: 'give', name: { id: 'Orang tua asuh', en: 'Foster parents' } },
]

export function HubPage({
  entries,
  visitor,
  atPosyandu,
}: {
  entries: readonly HubEntry[]
  visitor: Visitor
  atPosyandu: readonly Role[]
}) {
  const language = useLanguage()
  const open = entries.flatMap((entry) => {
    const href = entry.href(visitor, atPosyandu)
    return href === undefined ? [] : [{ entry, href }]
  })
  return (
    <div class="stack stack-l">
      <div class="stack narrow">
        <h1>{say(HUB_WORDS.title, language)}</h1>
        <p class="lead">{say(HUB_WORDS.lead, language)}</p>
      </div>
      {open.length === 0 ? (
        <EmptyState
          level={2}
          title={HUB_WORDS.none}
          text={HUB_WORDS.noneText}
          link={{ href: `/${visitor.region!.code}`, label: HUB_WORDS.home }}
        />
      ) : (
        SECTIONS.map(({ section, name }) => {
          const rows = open
            .filter(({ entry }) => entry.section === section)
            .sort((a, b) => a.entry.order - b.entry.order)
            .map(({ entry, href }) => ({ href, title: entry.title, text: entry.text, icon: entry.icon }))
          return rows.length === 0 ? null : (
            <section class="stack" aria-labelledby={`h-${section}`}>
              <h2 id={`h-${section}`}>{say(name, language)}</h2>
              <MenuRows two rows={rows} />
            </section>
          )
        })
      )}
    </div>
  )
}
