// What the map refuses, in words: which feature, what is wrong with it, what to do next.
import type { Text } from '../../../kernel/text.ts'

const form = (id: string, en: string): { readonly status: number; readonly text: Text } => ({
  status: 422,
  text: { id, en },
})

export const mapRefusals = {
  'map-file-missing': form('Berkas belum dipilih. Pilih berkas GeoJSON.', 'No file is chosen. Choose a GeoJSON file.'),
  'map-file-large': form(
    'Berkas lebih dari {max} MB. Sederhanakan garisnya sedikit di aplikasi peta, lalu unggah lagi.',
    'The file is larger than {max} MB. Simplify its lines a little in a map program, then upload it again.',
  ),
  'map-file-unreadable': form(
    'Berkas ini bukan GeoJSON yang terbaca. Ekspor ulang sebagai GeoJSON (FeatureCollection, UTF-8).',
    'This file is no readable GeoJSON. Export it again as GeoJSON (FeatureCollection, UTF-8).',
  ),
  'map-file-projection': form(
    'Koordinatnya bukan bujur dan lintang. Ekspor ulang dengan WGS 84 (EPSG:4326).',
    'Its coordinates are not longitude and latitude. Export it again in WGS 84 (EPSG:4326).',
  ),
  'map-file-empty': form(
    'Berkas ini tidak berisi batas. Pilih berkas lain.',
    'This file holds no boundary. Choose another.',
  ),
  'map-file-many': form(
    'Lebih dari {max} bidang. Ambil hanya batas desa kabupaten ini.',
    'More than {max} features. Take the village boundaries of this regency only.',
  ),
  'map-file-fine': form(
    'Garisnya terlalu rapat (lebih dari sejuta titik). Sederhanakan di aplikasi peta, lalu unggah lagi.',
    'Its lines are too fine (more than a million points). Simplify them in a map program, then upload again.',
  ),
  'map-file-shape': form(
    'Bidang ke-{line} bukan poligon. Unggah batas desa sebagai poligon.',
    'Feature {line} is no polygon. Upload village boundaries as polygons.',
  ),
  'map-file-ring': form(
    'Garis bidang ke-{line} tidak mengelilingi apa pun. Perbaiki bidang itu, lalu unggah lagi.',
    'The line of feature {line} surrounds nothing. Repair that feature, then upload again.',
  ),
  'map-file-open': form(
    'Garis bidang ke-{line} tidak tertutup: titik terakhir harus sama dengan yang pertama.',
    'The line of feature {line} is open: its last point must equal its first.',
  ),
  'map-file-crossing': form(
    'Garis {name} (bidang ke-{line}) memotong dirinya sendiri di dekat bujur {longitude}, lintang {latitude}. Perbaiki di aplikasi peta, lalu unggah lagi.',
    'The line of {name} (feature {line}) crosses itself near longitude {longitude}, latitude {latitude}. Repair it in a map program, then upload again.',
  ),
  'map-file-position': form(
    'Bidang ke-{line} punya titik tanpa angka. Ekspor ulang berkasnya.',
    'Feature {line} has a point without numbers. Export the file again.',
  ),
  'map-file-place': form(
    'Bidang ke-{line} berada di luar Indonesia. Periksa urutan bujur dan lintang, dan pakai WGS 84.',
    'Feature {line} lies outside Indonesia. Check the order of longitude and latitude, and use WGS 84.',
  ),
  'map-nothing-matches': form(
    'Tidak ada bidang yang cocok dengan desa di kabupaten ini. Tambahkan kolom kode_desa dengan kode Kemendagri.',
    'No feature fits a village of this regency. Add a column kode_desa with the codes of the home ministry.',
  ),
  'map-source': form(
    'Sumber belum ditulis. Tulis lembaga dan judul datanya, 5 sampai 200 huruf.',
    'The source is missing. Write institution and title, 5 to 200 letters.',
  ),
  'map-edition': form(
    'Tanggal data belum benar. Tulis tanggal terbitnya, paling lambat hari ini.',
    'The date of the data is not right. Write the day it was published, not later than today.',
  ),
} as const
