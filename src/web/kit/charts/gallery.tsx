// Every picture of the kit in its states, with numbers that try its limits.
import { useLanguage } from '../language.tsx'
import { EstimateGallery, FigureGallery, LifeGallery, TimelineGallery } from './gallery/Others.tsx'
import { RingGallery } from './gallery/Ring.tsx'
import { Status } from './Status.tsx'
import { deviceStatuses } from './status.ts'
import './gallery/gallery.css'

export default function ChartsGallery() {
  const { language } = useLanguage()
  return (
    <div className="charts-gallery" lang={language}>
      <section>
        <h2>Status</h2>
        <ul className="gallery-statuses">
          {deviceStatuses.map((status) => (
            <li key={status}>
              <Status status={status} language={language} />
            </li>
          ))}
          <li>
            <Status
              status="due"
              language={language}
              flag={language === 'sv' ? '12 dagar över' : '12 days over'}
            />
          </li>
        </ul>
      </section>
      <section>
        <h2>{language === 'sv' ? 'Omloppet' : 'The circle'}</h2>
        <RingGallery language={language} />
      </section>
      <section id="life">
        <h2>{language === 'sv' ? 'Livslinje' : 'Life line'}</h2>
        <LifeGallery language={language} />
      </section>
      <section id="timeline">
        <h2>{language === 'sv' ? 'Livet hittills' : 'Life so far'}</h2>
        <TimelineGallery language={language} />
      </section>
      <section id="figures">
        <h2>{language === 'sv' ? 'Tal mot mål' : 'Figures against goals'}</h2>
        <FigureGallery language={language} />
      </section>
      <section id="estimates">
        <h2>{language === 'sv' ? 'Spann och delar' : 'Ranges and parts'}</h2>
        <EstimateGallery language={language} />
      </section>
    </div>
  )
}
