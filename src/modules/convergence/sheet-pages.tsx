// The sheet for the village meeting: where the village stands, its largest gaps with room for what is agreed, room to sign. One A4 sheet
// from any printer. Must stay true: no name of a person, source and date on the paper.
import { fill, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { shown } from './page-parts.tsx'
import type { SheetView } from './sheet-port.ts'
import { gapsOf, leadText, promiseText, SHEET_WORDS, SIGNERS, sourceText, standRows } from './sheet-words.ts'
import { reachedText, targetText, villageName } from './village-pages.tsx'

const w = SHEET_WORDS

export function SheetPage({
  view,
  regionName,
  edition,
  pdf,
}: {
  view: SheetView
  regionName: string
  edition: string
  /** The same sheet as a file. */
  pdf: string
}) {
  const language = useLanguage()
  const { village } = view
  const gaps = gapsOf(village)
  const blank = <span class="blank" />
  return (
    <div class="stack stack-m meeting">
      <div class="stack stack-s">
        <h1>{fill(say(w.title, language), { village: villageName(village, language) })}</h1>
        <p class="lead">{leadText(village, regionName, language)}</p>
        <p class="s quiet no-print">{say(w.how, language)}</p>
        <p class="no-print">
          <Button kind="second" href={pdf} icon="download" label={w.file} />
        </p>
      </div>
      <section class="stack stack-s" aria-labelledby="h-stand">
        <h2 id="h-stand">{say(w.stand, language)}</h2>
        <SummaryList small rows={standRows(village, language)} />
      </section>
      <section class="stack stack-s" aria-labelledby="h-sheet-gaps">
        <h2 id="h-sheet-gaps">{say(w.gaps, language)}</h2>
        {gaps.length === 0 ? (
          <p>{say(w.noGaps, language)}</p>
        ) : (
          <Table
            caption={w.gaps}
            dense
            phone="cards"
            columns={[
              { key: 'service', label: w.service, title: true },
              { key: 'reached', label: w.reached },
              { key: 'missing', label: w.missing, end: true },
              { key: 'agreed', label: w.agreed },
              { key: 'money', label: w.money },
              { key: 'who', label: w.who },
            ]}
            rows={gaps.map((one) => ({
              cells: {
                service: (
                  <div>
                    {say(one.indicator.name, language)}{' '}
                    <small class="quiet">
                      {one.ownerName}, {targetText(one, language)}
                    </small>
                  </div>
                ),
                reached: reachedText(one, language),
                missing: <b class="num">{shown(one.missing, language)}</b>,
                agreed: blank,
                money: blank,
                who: blank,
              },
            }))}
          />
        )}
      </section>
      <section class="stack stack-s" aria-labelledby="h-promised">
        <h2 id="h-promised" class="h3">
          {say(w.promised, language)}
        </h2>
        {view.assignments.length === 0 ? (
          <p class="s quiet">{say(w.nothing, language)}</p>
        ) : (
          <ul class="s">
            {view.assignments.map((one) => (
              <li>{promiseText(one, language)}</li>
            ))}
          </ul>
        )}
      </section>
      <section class="stack stack-s panel" aria-labelledby="h-signs">
        <h2 id="h-signs" class="h3">
          {say(w.signs, language)}
        </h2>
        <ul class="signs">
          {SIGNERS.map((who) => (
            <li>
              <span class="blank" />
              <small>{say(who, language)}</small>
            </li>
          ))}
        </ul>
      </section>
      <p class="xs quiet">{sourceText(view, edition, language)}</p>
    </div>
  )
}
