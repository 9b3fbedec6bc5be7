import type { FlagWords } from '../en/flags.ts';

/** What somebody should look at in a sale that a till made without a network: it is a fact, and refused no more. */
export const flags: FlagWords = {
  'own-pass': { what: 'Сатушы өз рұқсатнамасына сатқан.', next: 'Дүңгіршек иесінен сатылғанды тексеруді сұраңыз.' },
  'sold-before-exit': {
    what: 'Сату сатып алушы шығып кеткен соң келіп түсті.',
    next: 'Шығу қайта есептелді. Енді қанша төленетінін қараңыз.',
  },
  'offline-not-allowed': {
    what: 'Мұнда касса желісіз әрі броньсыз сата алмайды.',
    next: 'Сауда орнынан себебін сұрап, не сатылғанын тексеріңіз.',
  },
  'above-offline-floor': {
    what: 'Сату{due, select, none {} other { ({due})}} касса желісіз сата алатын шектен{available, select, none {} other { ({available})}} асады.',
    next: 'Не сатылғанын тексеріңіз.',
  },
  'clock-not-proven': {
    what: 'Сату уақыты тек кассаның өз сағаты бойынша белгілі{at, select, none {} other {: {at}}}.',
    next: 'Чекпен салыстырыңыз.',
  },
  'clock-wrong': {
    what: 'Касса сағаты мүмкін емес уақытты көрсетті{at, select, none {} other {: {at}}}.',
    next: 'Планшет сағатын түзеңіз. Сату ең жақын мүмкін уақытпен есептелді.',
  },
  'price-moved': {
    what: 'Сөредегі баға басқа{due, select, none {} other { ({due})}}, ал алынғаны {paid, select, none {өзге} other {{paid}}}.',
    next: 'Баға касса желісіз тұрғанда өзгерсе, ештеңе істемейсіз.',
  },
  'change-differs': {
    what: 'Берілген қайтарым{amount, select, none {} other { ({amount})}} күннің бағамына сай емес.',
    next: 'Жәшікті санаңыз: кассадағы бағам ескірген болуы мүмкін.',
  },
  'drawer-closed': {
    what: 'Осы ақшаны алған ауысым сату келіп түскенше жабылған.',
    next: 'Ақшаны сол күнгі санақтан тауып, бөлек кіргізіңіз.',
  },
  'offline-number-taken': {
    what: 'Дәл осы нөмір басқа чекте де тұр{code, select, none {} other { ({code})}}.',
    next: 'Планшетті қайта тіркеңіз: екеуінің жады ортақ болуы мүмкін.',
  },
  'lease-recalled': {
    what: 'Тауар осы кассаға броньдалған еді, бірақ сату келіп түскенше бронь қайтарып алынды.',
    next: 'Кім қайтарып алғанын және не екі рет сатылғанын қараңыз.',
  },
  'discount-needs-approval': {
    what: 'Жеңілдік{amount, select, none {} other { ({amount})}} кассир өзі бере алатын шектен{percent, select, none {} other { ({percent})}} асады.',
    next: 'Иесінен PIN кодын теруді сұраңыз немесе жеңілдікті азайтыңыз.',
  },
  'discount-too-large': {
    what: 'Жеңілдік{amount, select, none {} other { ({amount})}} бағадан{due, select, none {} other { ({due})}} көп.',
    next: 'Тауар бағасынан артық шегермеңіз.',
  },
};
