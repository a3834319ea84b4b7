// The platform's home (which regions, what they share) and a region's home: what a person may want, in one screen.
import { type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ClothCover } from '../../platform/ui/cloth.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { FreshnessLine } from '../../platform/ui/freshness-line.tsx'
import { Icon } from '../../platform/ui/icon.tsx'
import type { IconName } from '../../platform/ui/icons.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { Stat } from '../../platform/ui/stat.tsx'
import type { RegionHome, RegionLine } from './port.ts'

export const HOME_WORDS = {
  platform: { id: 'Layanan daerah yang dipakai bersama', en: 'Regional services, shared' },
  platformLead: {
    id: 'Satu daerah membuat layanan yang baik. Daerah lain menjalankannya besok. Pilih daerah Anda.',
    en: 'One region makes a good service. The others run it tomorrow. Choose your region.',
  },
  regions: { id: 'Daerah yang sudah buka', en: 'Regions that are open' },
  services: { id: 'layanan', en: 'services' },
  demo: {
    id: 'Ini contoh. Masuk sebagai warga, petugas, atau kepala dinas untuk melihat bagiannya.',
    en: 'This is a demo. Sign in as a citizen, an officer or the head of office to see their part.',
  },
  demoAct: { id: 'Pilih orang', en: 'Choose someone' },
  title: { id: 'Apa yang ingin Anda urus?', en: 'What do you need to do?' },
  lead: {
    id: 'Dari awal sampai selesai: lewat ponsel, kantor desa, atau loket. Akta, KK, KTP-el, dan kartu anak selalu gratis.',
    en: 'From start to finish: by phone, at the village office or at the counter. Deeds, family cards and identity cards are always free.',
  },
  search: { id: 'Cari layanan atau dokumen', en: 'Search a service or document' },
  searchAct: { id: 'Cari', en: 'Search' },
  often: { id: 'Sering dicari', en: 'Often looked for' },
  events: { id: 'Kejadian dalam hidup', en: 'Events in life' },
  all: { id: 'Lihat semua layanan', en: 'See all services' },
  track: { id: 'Lacak permohonan', en: 'Follow an application' },
  number: { id: 'Nomor permohonan', en: 'Application number' },
  numberHint: { id: 'Ada di bukti kirim, diawali GS', en: 'On your receipt, starting with GS' },
  digits: { id: '4 angka terakhir nomor ponsel', en: 'Last 4 digits of the phone number' },
  status: { id: 'Lihat status', en: 'See its state' },
  news: { id: 'Kabar layanan', en: 'News' },
  without: { id: 'Tidak punya ponsel? Tetap bisa.', en: 'No phone? You still can.' },
  performance: { id: 'Kinerja kami, apa adanya', en: 'How we do, as it is' },
} as const satisfies Record<string, Text>
const w = HOME_WORDS

const WITHOUT_PHONE: readonly { icon: IconName; name: Text; text: Text }[] = [
  {
    icon: 'people',
    name: { id: 'Ponsel keluarga', en: "A relative's phone" },
    text: {
      id: 'Keluarga masuk dengan nomornya sendiri dan mengurus untuk Anda; layanannya menyebut siapa yang boleh.',
      en: 'A relative signs in with their own number and applies for you; each service says who may.',
    },
  },
  {
    icon: 'map',
    name: { id: 'Kantor desa', en: 'The village office' },
    text: {
      id: 'Operator desa mengisi untuk warganya. Anda menyetujui dulu, baru dikirim.',
      en: 'The village operator fills it in for residents. You agree before it is sent.',
    },
  },
  {
    icon: 'phone',
    name: { id: 'Ponsel pinjaman', en: 'A borrowed phone' },
    text: {
      id: 'Masuk dengan alamat email Anda. Isian tersimpan di sini, bukan di ponsel itu. Keluar setelah selesai.',
      en: 'Sign in with your e-mail address. Answers are kept here, not on that phone. Sign out when done.',
    },
  },
  {
    icon: 'office',
    name: { id: 'Loket', en: 'Counter' },
    text: {
      id: 'Pada jam kerja. Bawa surat-suratnya; petugas membantu Anda.',
      en: 'In office hours. Bring your papers; an officer helps you.',
    },
  },
]

export function PlatformHome({
  regions,
  demo,
  language,
}: {
  regions: readonly RegionLine[]
  demo: boolean
  language: Language
}) {
  return (
    <div class="stack stack-l">
      <div class="stack narrow">
        <h1>{say(w.platform, language)}</h1>
        <p class="lead">{say(w.platformLead, language)}</p>
        {demo ? (
          <Notice fact={w.demo}>
            <p>
              <a href="/demo">{say(w.demoAct, language)}</a>
            </p>
          </Notice>
        ) : null}
      </div>
      <section class="stack" aria-labelledby="h-regions">
        <h2 id="h-regions">{say(w.regions, language)}</h2>
        <ul class="rows rows-2">
          {regions
            .filter((region) => region.open)
            .map((region) => (
              <li>
                <a href={`/${region.code}`}>
                  <Icon name="map" large />
                  <span>
                    <b>{region.name}</b>
                    <small>
                      {region.services} {say(w.services, language)}
                    </small>
                  </span>
                  <Icon name="right" />
                </a>
              </li>
            ))}
        </ul>
      </section>
    </div>
  )
}

export function RegionCover({
  code,
  popular,
  language,
}: {
  code: string
  popular: RegionHome['popular']
  language: Language
}) {
  return (
    <div class="cover">
      <ClothCover />
      <div class="wrap">
        <div class="inner stack stack-m">
          <h1>{say(w.title, language)}</h1>
          <p>{say(w.lead, language)}</p>
          <search>
            <form action={`/${code}/services`}>
              <label for="cari">{say(w.search, language)}</label>
              <div class="search">
                <input id="cari" name="q" type="search" autocomplete="off" />
                <Button kind="on-cloth" icon="search" label={w.searchAct} fill="never" />
              </div>
            </form>
          </search>
          {popular.length === 0 ? null : (
            <ul class="chips" aria-label={say(w.often, language)}>
              {popular.map((service) => (
                <li>
                  <a href={service.href}>{say(service.name, language)}</a>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}

export function RegionHomeBody({ code, home, language }: { code: string; home: RegionHome; language: Language }) {
  return (
    <div class="stack stack-xl">
      <div class="split">
        <section class="stack" aria-labelledby="h-events">
          <h2 id="h-events">{say(w.events, language)}</h2>
          <ul class="rows rows-2">
            {home.events.map((event) => (
              <li>
                <a href={event.href}>
                  <Icon name={event.icon as IconName} large />
                  <span>
                    <b>{say(event.name, language)}</b>
                    <small>{say(event.text, language)}</small>
                  </span>
                  <Icon name="right" />
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a href={`/${code}/services`}>{say(w.all, language)}</a>
          </p>
        </section>
        <aside class="stack stack-m" aria-label={say(w.track, language)}>
          <form class="panel panel-wash stack" method="post" action={`/${code}/track`}>
            <h2>{say(w.track, language)}</h2>
            <Field name="number" label={w.number} hint={w.numberHint} autocapitalize="characters" />
            <Field name="digits" kind="number" label={w.digits} width={4} maxlength={4} />
            <Button kind="second" label={w.status} />
          </form>
        </aside>
      </div>
      {home.notices.length === 0 ? null : (
        <section class="stack" aria-labelledby="h-news">
          <h2 id="h-news">{say(w.news, language)}</h2>
          <div class="duo">
            {home.notices.slice(0, 2).map((notice) => (
              <Notice tone={notice.tone} fact={notice.fact} text={notice.text} />
            ))}
          </div>
        </section>
      )}
      <section class="stack" aria-labelledby="h-without">
        <h2 id="h-without">{say(w.without, language)}</h2>
        <ul class="ticks duo">
          {WITHOUT_PHONE.map((way) => (
            <li>
              <Icon name={way.icon} />
              <span>
                <b>{say(way.name, language)}</b>
                <small>{say(way.text, language)}</small>
              </span>
            </li>
          ))}
        </ul>
      </section>
      {home.figures.length === 0 ? null : (
        <section class="stack" aria-labelledby="h-figures">
          <h2 id="h-figures">{say(w.performance, language)}</h2>
          <div class="trio">
            {home.figures.map((figure) => (
              <Stat
                value={figure.value}
                unit={figure.unit}
                reading={figure.sentence}
                source={figure.source}
                detailsHref={figure.href}
              />
            ))}
          </div>
        </section>
      )}
      <FreshnessLine keeper={home.keptBy} confirmedOn={home.confirmedOn} reportHref={`/${code}/help`} />
    </div>
  )
}
