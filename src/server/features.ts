// Every feature that answers over HTTP: its declared endpoints and the functions behind them.
import { commentsApi } from '../features/ordering/api/comments.ts'
import { matchingApi } from '../features/ordering/api/matching.ts'
import { optionsApi } from '../features/ordering/api/options.ts'
import { ordersApi } from '../features/ordering/api/orders.ts'
import * as orderComments from '../features/ordering/actions/comments.ts'
import * as orderDelivery from '../features/ordering/actions/deliver.ts'
import * as matching from '../features/ordering/actions/matching.ts'
import * as orderOptions from '../features/ordering/actions/options.ts'
import * as orders from '../features/ordering/actions/orders.ts'
import * as orderStock from '../features/ordering/actions/stock.ts'
import { comparisonsApi } from '../features/catalogue/api/comparisons.ts'
import * as comparisons from '../features/catalogue/actions/comparisons.ts'
import { modelsApi } from '../features/catalogue/api/models.ts'
import { servicesApi } from '../features/catalogue/api/services.ts'
import * as models from '../features/catalogue/actions/models.ts'
import * as modelRequirements from '../features/catalogue/actions/requirements.ts'
import * as services from '../features/catalogue/actions/services.ts'
import { api as climateApi } from '../features/climate/api.ts'
import * as climate from '../features/climate/actions.ts'
import { api as custodyApi } from '../features/custody/api.ts'
import * as handIn from '../features/custody/actions/hand-in.ts'
import * as handOut from '../features/custody/actions/hand-out.ts'
import * as life from '../features/custody/actions/life.ts'
import { api as devicesApi } from '../features/devices/api.ts'
import { importApi } from '../features/devices/api/import.ts'
import * as deviceImport from '../features/devices/actions/import.ts'
import * as deviceByModel from '../features/devices/actions/by-model.ts'
import * as deviceList from '../features/devices/actions/list.ts'
import * as deviceRegister from '../features/devices/actions/register.ts'
import { api as dispositionApi } from '../features/disposition/api.ts'
import * as disposition from '../features/disposition/actions.ts'
import { api as gradingApi } from '../features/grading/api.ts'
import * as grading from '../features/grading/actions.ts'
import { api as goalsApi } from '../features/goals/api.ts'
import * as goals from '../features/goals/actions.ts'
import { api as organisationsApi } from '../features/organisations/api/organisation.ts'
import * as organisations from '../features/organisations/actions.ts'
import * as organisationsCoding from '../features/organisations/actions/coding.ts'
import { codingApi } from '../features/organisations/api/coding.ts'
import { api as receivingApi } from '../features/returns/api/receiving.ts'
import { api as sendingApi } from '../features/returns/api/sending.ts'
import * as collections from '../features/returns/actions/collections.ts'
import * as collectionSending from '../features/returns/actions/send.ts'
import * as discrepancies from '../features/returns/actions/discrepancies.ts'
import * as packing from '../features/returns/actions/pack.ts'
import * as receiving from '../features/returns/actions/receive.ts'
import { certificatesApi } from '../features/erasure/api/certificates.ts'
import { mediaApi } from '../features/erasure/api/media.ts'
import { resultsApi } from '../features/erasure/api/results.ts'
import * as erasureCertificates from '../features/erasure/actions/certificates.ts'
import { addPhoto, recordDestruction } from '../features/erasure/actions/destroy.ts'
import * as erasureEvidence from '../features/erasure/actions/evidence.ts'
import * as erasureMedia from '../features/erasure/actions/media.ts'
import * as erasureResults from '../features/erasure/actions/results.ts'
import { stationApi } from '../features/erasure/api/stations.ts'
import * as erasureStations from '../features/erasure/actions/stations.ts'
import * as erasureStationResults from '../features/erasure/actions/station-results.ts'
import * as erasureReview from '../features/erasure/actions/review.ts'
import { revokeCertificate } from '../features/erasure/actions/revoke.ts'
import * as erasureWitness from '../features/erasure/actions/witness.ts'
import { witnessApi } from '../features/erasure/api/witness.ts'
import { api as proofsApi, publicApi as proofsPublicApi } from '../features/proofs/api.ts'
import * as proofsBundle from '../features/proofs/actions/bundle.ts'
import * as proofsCertificate from '../features/proofs/actions/certificate.ts'
import { policyApi } from '../features/erasure/api/policy.ts'
import * as erasurePolicy from '../features/erasure/actions/policy.ts'
import { api as profilesApi } from '../features/erasure/api/profiles.ts'
import * as erasureProfiles from '../features/erasure/actions/profiles.ts'
import * as proofsEpcis from '../features/proofs/actions/epcis.ts'
import * as proofsHandover from '../features/proofs/actions/handover.ts'
import * as proofsPurchaseNote from '../features/proofs/actions/purchase-note.ts'
import * as proofsPapers from '../features/proofs/actions/papers.ts'
import { logApi, publicLogApi } from '../features/proofs/api/log.ts'
import * as proofsLogOwn from '../features/proofs/actions/log-own.ts'
import * as proofsLogPublic from '../features/proofs/actions/log-public.ts'
import { comingsApi } from '../features/ordering/api/comings.ts'
import * as candidates from '../features/ordering/actions/candidates.ts'
import * as comings from '../features/ordering/actions/comings.ts'
import * as keptUse from '../features/ordering/actions/kept-use.ts'
import { employeesApi } from '../features/resale/api/employees.ts'
import { purchasesApi } from '../features/resale/api/purchases.ts'
import { shopApi } from '../features/resale/api/shop.ts'
import { stockApi } from '../features/resale/api/stock.ts'
import { warrantyApi } from '../features/resale/api/warranty.ts'
import * as shopDelivery from '../features/resale/actions/deliver.ts'
import * as employeePurchases from '../features/resale/actions/employee-purchases.ts'
import * as employeeSale from '../features/resale/actions/employee-sale.ts'
import * as payroll from '../features/resale/actions/payroll.ts'
import * as shopListings from '../features/resale/actions/listings.ts'
import * as shopOffers from '../features/resale/actions/offers.ts'
import * as shopPrices from '../features/resale/actions/price-lists.ts'
import * as shopPublish from '../features/resale/actions/publish.ts'
import * as shopPurchases from '../features/resale/actions/purchases.ts'
import * as shopWarranty from '../features/resale/actions/warranty.ts'
import { implement, type Bound } from './implement.ts'

export const features: readonly (readonly Bound[])[] = [
  implement('organisations', organisationsApi, organisations),
  implement('organisations', codingApi, organisationsCoding),
  implement('catalogue', modelsApi, { ...models, ...modelRequirements }),
  implement('catalogue', servicesApi, services),
  implement('ordering', optionsApi, orderOptions),
  implement('ordering', ordersApi, {
    ...orders,
    ...orderStock,
    ...orderDelivery,
  }),
  implement('ordering', commentsApi, orderComments),
  implement('ordering', matchingApi, { ...matching, ...candidates }),
  implement('ordering', comingsApi, { ...comings, ...keptUse }),
  implement('catalogue', comparisonsApi, comparisons),
  implement('devices', devicesApi, { ...deviceByModel, ...deviceList, ...deviceRegister }),
  implement('devices', importApi, deviceImport),
  implement('goals', goalsApi, goals),
  implement('custody', custodyApi, { ...handOut, ...handIn, ...life }),
  implement(
    'returns',
    { ...sendingApi, ...receivingApi },
    {
      ...collections,
      ...packing,
      ...collectionSending,
      ...receiving,
      ...discrepancies,
    },
  ),
  implement('grading', gradingApi, grading),
  implement('disposition', dispositionApi, disposition),
  implement('resale', stockApi, { ...shopPublish, ...shopListings, ...shopPrices }),
  implement('resale', shopApi, shopOffers),
  implement('resale', purchasesApi, { ...shopPurchases, ...shopDelivery }),
  implement('resale', warrantyApi, shopWarranty),
  implement('resale', employeesApi, { ...employeeSale, ...employeePurchases, ...payroll }),
  implement('climate', climateApi, climate),
  implement('erasure', mediaApi, erasureMedia),
  implement('erasure', resultsApi, { ...erasureEvidence, ...erasureResults, ...erasureReview }),
  implement('erasure', certificatesApi, {
    ...erasureCertificates,
    addPhoto,
    recordDestruction,
    revokeCertificate,
  }),
  implement('erasure', witnessApi, erasureWitness),
  implement('erasure', stationApi, { ...erasureStations, ...erasureStationResults }),
  implement('proofs', proofsApi, {
    ...proofsCertificate,
    ...proofsHandover,
    ...proofsEpcis,
    ...proofsBundle,
    ...proofsPapers,
    ...proofsPurchaseNote,
  }),
  implement('proofs', proofsPublicApi, proofsBundle, {
    find: proofsBundle.issuerOf,
    otherwise: 'certificate-not-found',
  }),
  implement('erasure', profilesApi, erasureProfiles),
  implement('erasure', policyApi, erasurePolicy),
  implement('proofs', logApi, proofsLogOwn),
  implement('proofs', publicLogApi, proofsLogPublic, proofsLogPublic.logNamed),
]
