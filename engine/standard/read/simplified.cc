// Takes one character, gives its simplified form where it has one of its own. Only characters that the words of standards,
// rules and units are written with.
#include "engine/standard/read/simplified.h"

#include <cstddef>
#include <string_view>

namespace jiheng::standard {
namespace {

/// Pairs, traditional and simplified, by the code point of the first. But for 於 (a name) none is written in simplified texts itself.
constexpr std::u32string_view kPairs =
    U"並并亂乱亞亚佈布佔占併并來来侷局係系個个們们倖幸偵侦備备傢家傳传債债傷伤價价億亿儉俭儘尽償偿優优儲储兌"
    U"兑內内兩两"
    U"冊册凈净凍冻別别則则剋克創创劃划劉刘劑剂勁劲動动務务勝胜勞劳勢势勵励匯汇區区協协卻却卽即厠厕厤历厲厉參"
    U"参叄叁叢丛"
    U"吳吴呂吕員员問问啓启啟启喬乔單单噸吨噹当嚮向嚴严囌苏國国圍围園园圓圆圖图團团埰采執执堅坚報报場场塊块塗"
    U"涂壓压壞坏"
    U"壯壮壽寿夠够夾夹奪夺奬奖婦妇孫孙學学宮宫寀采實实寧宁審审寫写寬宽將将專专對对導导屆届層层屬属峯峰崗岗嵗"
    U"岁嶽岳師师"
    U"帶带幣币幫帮幹干幾几庫库廁厕廠厂廣广張张強强彆别彈弹彔录彙汇徑径從从復复徹彻愛爱態态慶庆慼戚憑凭應应懞"
    U"蒙懷怀戰战"
    U"戶户捨舍捲卷採采揚扬換换揮挥損损搶抢撐撑撥拨擁拥擇择擊击擔担據据擠挤擬拟擴扩攝摄攤摊敎教數数斷断於于旣"
    U"既昇升時时"
    U"暢畅暫暂曆历曉晓曏向書书會会朮术東东査查桿杆條条棟栋楊杨業业極极榦干榮荣構构槓杠樁桩樂乐樑梁樓楼標标樣"
    U"样樹树機机"
    U"橫横檔档檢检檯台檻槛欄栏權权欒栾歐欧歲岁歷历歸归殘残氣气氾泛汎泛汙污決决沒没況况洩泄淨净淩凌減减測测湯"
    U"汤準准溫温"
    U"滅灭滙汇滯滞滿满漁渔漲涨漸渐潔洁濃浓濛蒙濟济瀋沈災灾為为無无熱热燈灯營营爭争爲为牀床牽牵狀状獎奖獨独獲"
    U"获現现環环"
    U"產产産产甦苏畝亩畢毕異异當当癒愈發发盜盗盞盏盡尽監监盧卢眞真眾众睏困矇蒙硃朱確确碼码礎础礦矿禮礼稅税種"
    U"种稱称穀谷"
    U"積积穩稳穫获竇窦竊窃竪竖競竞筆笔箇个節节範范築筑簡简簽签籌筹籤签糰团糾纠紀纪約约紅红納纳紓纾純纯紙纸級"
    U"级紛纷紮扎"
    U"細细終终組组結结絕绝絡络給给統统絶绝綑捆經经綜综綠绿綫线維维綱纲網网緑绿線线編编緩缓練练緻致縣县縮缩總"
    U"总績绩繆缪"
    U"織织繫系繳缴繼继續续纍累纔才羅罗羣群義义聞闻聯联聲声聶聂職职肅肃脩修脫脱臨临臺台與与興兴舉举舘馆荊荆莊"
    U"庄華华萬万"
    U"葉叶蓆席蓋盖蔔卜蔘参蔣蒋蕭萧薑姜藍蓝藺蔺蘇苏蘭兰處处虛虚號号虧亏蟲虫衆众術术衕同衚胡衛卫裏里補补裝装裡"
    U"里製制複复"
    U"覈核見见規规視视觀观訂订計计訓训託托記记訪访設设許许訴诉註注証证評评詞词試试話话該该詳详誌志認认語语誤"
    U"误說说説说"
    U"課课調调談谈請请論论諧谐諸诸謀谋講讲謝谢謹谨證证識识譚谭譟噪議议護护譽誉讀读變变讚赞豎竖豐丰貝贝負负財"
    U"财貧贫貨货"
    U"貫贯責责貳贰貸贷費费貼贴賀贺資资賈贾賓宾賠赔賦赋質质賬账賴赖購购贊赞趙赵趨趋踰逾躍跃車车較较載载輓挽輕"
    U"轻輛辆輟辍"
    U"輪轮輿舆轉转辦办辭辞農农迴回這这連连週周進进遊游運运過过達达違违遜逊遞递遠远適适遲迟選选還还邊边郵邮鄉"
    U"乡鄒邹鄔邬"
    U"鄧邓鄭郑鄰邻鄺邝醫医釋释釐厘針针釦扣鈕钮鈡钟鉅巨銷销錄录錢钱錯错録录錶表鍵键鍼针鍾钟鎭镇鎮镇鏈链鐘钟鑑"
    U"鉴鑒鉴長长"
    U"門门閆闫閉闭開开閑闲閒闲間间閔闵閤合閻阎關关闞阚陞升陳陈陸陆陽阳隊队階阶際际隨随險险隱隐隻只雙双離离難"
    U"难雲云電电"
    U"鞏巩鞦秋韆千韋韦韓韩響响頁页頂顶頃顷項项順顺須须預预領领頭头頻频顆颗題题額额顏颜顔颜願愿類类顧顾顯显風"
    U"风颱台飽饱"
    U"養养餘余館馆饋馈饒饶馬马馮冯駱骆驗验體体髮发鬍胡鬚须鬥斗鬱郁魚鱼魯鲁鮑鲍鳳凤麥麦麪面麫面麯曲麵面麼么黃"
    U"黄點点黨党"
    U"鼕冬齊齐齡龄齣出龍龙龐庞龔龚";
constexpr std::size_t kCount = kPairs.size() / 2;

constexpr bool in_order() {
  for (std::size_t i = 1; i < kCount; ++i) {
    if (kPairs[2 * i] <= kPairs[2 * i - 2]) return false;
  }
  return kPairs.size() % 2 == 0;
}
static_assert(in_order());

}  // namespace

char32_t simplified(char32_t c) {
  std::size_t from = 0;
  std::size_t to = kCount;
  while (from < to) {
    const std::size_t middle = (from + to) / 2;
    if (kPairs[2 * middle] == c) return kPairs[2 * middle + 1];
    if (kPairs[2 * middle] < c) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return c;
}

}  // namespace jiheng::standard
