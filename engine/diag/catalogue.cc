// One table, sorted by id. A new line here asks for: a page docs/findings/<id>.md, an example under
// samples/findings/<id>/, and a test that provokes it (tests/ holds them together).
#include "engine/diag/catalogue.h"

#include <algorithm>
#include <array>
#include <string>

namespace jiheng::diag {
namespace {

constexpr auto kError = Severity::error;
constexpr auto kWarning = Severity::warning;
constexpr auto kNote = Severity::note;
constexpr auto kCertain = Certainty::certain;
constexpr auto kReview = Certainty::review;

// clang-format off
constexpr CatalogueEntry kCatalogue[] = {
    // A: audit of submitted tables
    {"A101", "total-is-not-sum",        kError,   kCertain, "正式", "0.1", "自报总分不等于各项得分之和"},
    {"A102", "goal-is-not-sum",         kError,   kCertain, "正式", "0.1", "年度目标的分值与它各项的不符"},
    {"A103", "total-differs-from-scheme", kError, kCertain, "正式", "0.1", "自报总分与按方案算的不同"},
    {"A104", "grade-does-not-fit",      kError,   kCertain, "正式", "0.1", "等级与总分不符"},
    {"A105", "rate-does-not-follow",    kError,   kCertain, "正式", "0.1", "执行率不是两个金额之比"},
    {"A106", "execution-points-differ", kError,   kCertain, "正式", "0.1", "预算执行的得分与执行率不符"},
    {"A107", "parts-of-budget",         kWarning, kCertain, "正式", "0.1", "基本支出加项目支出不是部门的预算"},
    {"A108", "projects-exceed-department", kError, kCertain, "正式", "0.1", "项目预算合计超过部门的项目支出"},
    {"A109", "points-lost-nowhere",     kWarning, kCertain, "正式", "0.1", "少了分，各项却都达标"},
    {"A110", "projects-below-department", kWarning, kReview, "正式", "0.1", "项目预算合计少于部门的项目支出"},
    {"A201", "score-out-of-bounds",     kError,   kCertain, "正式", "0.1", "得分超出分值"},
    {"A203", "missed-but-full",         kError,   kCertain, "正式", "0.1", "没有达标却得满分"},
    {"A204", "ceiling-exceeded-but-full", kError, kCertain, "正式", "0.1", "超过上限却得满分"},
    {"A205", "met-but-lost",            kError,   kCertain, "正式", "0.1", "达标却扣了分，没有写原因"},
    {"A206", "score-no-clause-explains", kWarning, kReview, "正式", "0.1", "得分没有规则能解释"},
    {"A207", "points-without-value",    kError,   kCertain, "正式", "0.1", "没有目标值或完成值却有得分"},
    {"A208", "points-without-comparison", kWarning, kReview, "正式", "0.1", "目标值和完成值比不出来却有得分"},
    {"A209", "all-perfect",             kNote,    kReview,  "正式", "0.1", "每张表都是满分"},
    {"A210", "total-above-cap",         kError,   kCertain, "正式", "0.1", "总分超过执行率定的上限"},
    {"A301", "far-above-without-reason", kWarning, kCertain, "正式", "0.1", "远超目标，没有写原因"},
    {"A302", "missed-without-reason",   kWarning, kCertain, "正式", "0.1", "没有达标，没有写原因"},
    {"A303", "reason-names-nothing",    kWarning, kReview,  "正式", "0.1", "偏差原因没有指明哪一项"},
    {"A304", "stock-phrase",            kWarning, kReview,  "正式", "0.1", "几张表用同一句话作偏差原因"},
    {"A305", "needless-reason",         kNote,    kReview,  "正式", "0.1", "没有偏差却写了偏差原因"},
    {"A306", "says-none",               kWarning, kCertain, "正式", "0.1", "偏差原因填“无”，却有偏差"},
    {"A307", "called-done",             kWarning, kReview,  "正式", "0.1", "文字说全部完成，表里不是"},
    {"A401", "target-is-slogan",         kWarning, kReview,  "正式", "0.1", "目标衡量不了"},
    {"A402", "bare-verb",                kNote,    kReview,  "正式", "0.1", "目标只有一个动词"},
    {"A403", "cost-without-amount",      kWarning, kReview,  "正式", "0.1", "成本目标没有数"},
    {"A404", "rate-without-rate",        kWarning, kCertain, "正式", "0.1", "名称是率，目标不是"},
    {"A405", "count-in-percent",         kWarning, kCertain, "正式", "0.1", "名称是数量，目标是百分数"},
    {"A406", "percent-of-what",          kNote,    kReview,  "正式", "0.1", "看不出是什么的百分之几"},
    {"A407", "ceiling-on-output",        kWarning, kReview,  "正式", "0.1", "产出写成了上限"},
    {"A408", "floor-on-cost",            kWarning, kCertain, "正式", "0.1", "成本写成了下限"},
    {"A409", "cost-above-budget",        kWarning, kCertain, "正式", "0.1", "成本目标超过本项目的预算"},
    {"A410", "cost-is-budget",           kNote,    kReview,  "正式", "0.1", "成本目标就是预算数"},
    {"A411", "yes-no-for-cost",          kWarning, kReview,  "正式", "0.1", "成本用是非回答"},
    {"A412", "floor-of-zero",            kWarning, kCertain, "正式", "0.1", "下限是零，怎样都达标"},
    {"A413", "target-copied",            kWarning, kReview,  "正式", "0.1", "完成值照抄目标值"},
    {"A414", "no-target",                kError,   kCertain, "正式", "0.1", "没有目标值"},
    {"A415", "groups-missing",           kNote,    kReview,  "正式", "0.1", "缺一类指标"},
    {"A416", "wrong-group",              kNote,    kReview,  "正式", "0.1", "指标放错了类"},
    {"A417", "duplicate-indicator",      kWarning, kReview,  "正式", "0.1", "指标重复"},
    {"A418", "month-or-months",          kWarning, kReview,  "正式", "0.1", "几月，还是几个月"},
    {"A419", "no-sign",                  kNote,    kCertain, "正式", "0.1", "目标没有比较号"},
    {"A701", "far-below-last-year",     kWarning, kReview,  "正式", "0.1", "目标远低于以前已经做到的"},
    {"A702", "below-last-year",         kNote,    kReview,  "正式", "0.1", "目标低于以前已经做到的"},
    {"A703", "target-stands-still",     kNote,    kReview,  "正式", "0.1", "目标几年不变，完成值在上升"},
    {"A704", "missed-then-dropped",     kNote,    kReview,  "正式", "0.1", "没有达标的指标第二年不见了"},
    {"A705", "printed-history-differs", kNote,    kReview,  "正式", "0.1", "“近两年”的数与那一年的自评表不同"},
    {"A801", "growth-does-not-follow",  kError,   kCertain, "正式", "0.1", "文字里的增减幅度算不出来"},
    {"A802", "share-does-not-follow",   kError,   kCertain, "正式", "0.1", "文字里的占比算不出来"},
    {"A803", "parts-do-not-add-up",     kWarning, kReview,  "正式", "0.1", "文字里各部分之和不是总数"},
    {"A804", "completion-does-not-follow", kError, kCertain, "正式", "0.1", "文字里的执行率（完成率）算不出来"},
    {"A805", "change-does-not-follow",  kError,   kCertain, "正式", "0.1", "文字里的增减额不是两个数的差"},
    {"A806", "formula-does-not-hold",   kError,   kCertain, "正式", "0.1", "文字里的算式不成立"},
    {"A807", "standard-times-number",   kWarning, kReview,  "正式", "0.1", "人数乘标准不是所写的金额"},
    {"A808", "rate-of-cases",           kWarning, kReview,  "正式", "0.1", "文字里的率同句子里的件数不符"},
    {"A901", "waiver-without-finding",  kNote,    kCertain, "正式", "0.1", "豁免没有用上"},
    // C: command line and files
    {"C101", "cannot-read-file",        kError, kCertain, "正式", "0.1", "文件读不出来"},
    {"C102", "cannot-write-file",       kError, kCertain, "正式", "0.1", "文件写不进去"},
    {"C103", "bad-argument",            kError, kCertain, "正式", "0.1", "命令行参数不对"},
    {"C104", "no-input",                kError, kCertain, "正式", "0.1", "没有可处理的内容"},
    {"C105", "no-rules",                kError, kCertain, "正式", "0.1", "找不到规则文件夹"},
    {"C106", "unknown-scheme",          kError, kCertain, "正式", "0.1", "没有这个方案"},
    {"C107", "several-departments",     kWarning, kCertain, "正式", "0.1", "有几张部门整体表"},
    {"C110", "no-scheme-for-check",     kNote,  kCertain, "正式", "0.1", "没有写明方案，有的检查没有做"},
    {"C111", "no-earlier-check",        kError, kCertain, "正式", "0.1", "不是上次的检查结果"},
    // F: formulas
    {"F101", "empty-formula",           kError, kCertain, "正式", "0.1", "公式是空的"},
    {"F102", "formula-too-long",        kError, kCertain, "正式", "0.1", "公式太长或括号套得太深"},
    {"F103", "unknown-name",            kError, kCertain, "正式", "0.1", "公式里有不认识的名字"},
    {"F104", "not-a-formula",           kError, kCertain, "正式", "0.1", "公式写得不完整或有看不懂的地方"},
    {"F105", "comma-for-point",         kError, kCertain, "正式", "0.1", "公式里把逗号当小数点"},
    {"F106", "no-result",               kError, kCertain, "正式", "0.1", "公式除以 0，没有结果"},
    // I: intake
    {"I101", "document-too-large",      kError, kCertain, "正式", "0.1", "文件太大"},
    {"I102", "document-not-text",       kError, kCertain, "正式", "0.1", "读不成文字"},
    {"I103", "no-table-found",          kError, kCertain, "正式", "0.1", "没有找到绩效表"},
    {"I104", "amount-not-a-number",     kWarning, kCertain, "正式", "0.1", "该是数的一栏不是数"},
    {"I105", "old-office-file",         kError, kCertain, "正式", "0.1", "旧格式的 Excel 或 Word 文件"},
    {"I106", "kind-not-read",           kError, kCertain, "正式", "0.1", "这一版读不了的文件"},
    {"I107", "table-makes-no-card",     kError, kCertain, "正式", "0.1", "读出的表写不成自评表文件"},
    {"I108", "damaged-file",            kError, kCertain, "正式", "0.1", "文件损坏"},
    {"I109", "password-protected",      kError, kCertain, "正式", "0.1", "文件设了打开密码"},
    {"I110", "package-too-large",       kError, kCertain, "正式", "0.1", "文件解开后太大"},
    {"I111", "odd-part-name",           kError, kCertain, "正式", "0.1", "文件里有名称不正常的部分"},
    {"I112", "hostile-xml",             kError, kCertain, "正式", "0.1", "文件里有不正常的声明或嵌套"},
    {"I113", "outside-links",           kNote,  kCertain, "正式", "0.1", "文件里有指向外面的链接"},
    {"I114", "formula-without-value",   kWarning, kCertain, "正式", "0.1", "公式没有算过的值"},
    {"I115", "too-many-cells",          kError, kCertain, "正式", "0.1", "工作簿里的格太多"},
    {"I116", "error-value",             kWarning, kCertain, "正式", "0.1", "格里是错误值"},
    {"I117", "hidden-sheet",            kNote,  kCertain, "正式", "0.1", "隐藏的工作表"},
    {"I118", "no-workbook",             kError, kCertain, "正式", "0.1", "不是能读的工作簿"},
    {"I119", "cell-not-taken",          kWarning, kCertain, "正式", "0.1", "有格没有取"},
    {"I120", "other-encoding",          kNote,  kCertain, "正式", "0.1", "不是 UTF-8，按别的编码读入"},
    {"I121", "csv-quotes",              kError, kCertain, "正式", "0.1", "csv 的引号不成对"},
    {"I122", "sheet-too-large",         kError, kCertain, "正式", "0.1", "表太大"},
    {"I123", "no-word-file",            kError, kCertain, "正式", "0.1", "不是 Word 文件"},
    {"I124", "tracked-changes",         kNote,  kCertain, "正式", "0.1", "Word 文件里有修订或隐藏的文字"},
    {"I125", "unknown-symbol",          kWarning, kCertain, "正式", "0.1", "Word 文件里有认不出的符号"},
    {"I126", "pictures-not-read",       kNote,  kCertain, "正式", "0.1", "图片和嵌入的文件没有读"},
    {"I131", "headings-disagree",       kError, kCertain, "正式", "0.1", "两行表头说法不一"},
    {"I132", "no-heading",              kError, kReview, "正式", "0.1", "像绩效指标，没有表头"},
    {"I133", "too-many-rows",           kError, kCertain, "正式", "0.1", "一张表的指标太多"},
    {"I134", "two-columns-alike",       kWarning, kReview, "正式", "0.1", "两栏像是同一栏"},
    {"I135", "row-without-name",        kWarning, kCertain, "正式", "0.1", "有数的一行没有指标名称"},
    {"I136", "money-units-differ",      kWarning, kReview, "正式", "0.1", "一张表里有两种金额单位"},
    {"I137", "score-over-rows",         kWarning, kCertain, "正式", "0.1", "一格分数合并了几行"},
    {"I140", "ending-misleads",         kWarning, kCertain, "正式", "0.1", "后缀和内容对不上"},
    {"I141", "left-in-folder",          kNote,  kCertain, "正式", "0.1", "文件夹里有没读的文件"},
    // L: loading
    {"L101", "not-utf8",                kError, kCertain, "正式", "0.1", "文件不是 UTF-8 文本"},
    {"L102", "too-large-or-deep",       kError, kCertain, "正式", "0.1", "文件太大、项数太多或嵌套太深"},
    {"L103", "not-yaml",                kError, kCertain, "正式", "0.1", "不是合法的 YAML"},
    {"L104", "duplicate-key",           kError, kCertain, "正式", "0.1", "键写了两次"},
    {"L105", "anchor-alias-or-tag",     kError, kCertain, "正式", "0.1", "用了锚点、引用、标签或合并键"},
    {"L106", "several-documents",       kError, kCertain, "正式", "0.1", "一个文件里有几份文档"},
    {"L107", "empty-file",              kError, kCertain, "正式", "0.1", "文件是空的"},
    {"L108", "unknown-key",             kError, kCertain, "正式", "0.1", "不认识的键"},
    {"L109", "wrong-shape",             kError, kCertain, "正式", "0.1", "值的样子不对"},
    {"L110", "missing-key",             kError, kCertain, "正式", "0.1", "少了必须有的键"},
    {"L120", "inheritance-circle",      kError, kCertain, "正式", "0.1", "方案的继承绕成了圈"},
    {"L121", "not-found-above",         kError, kCertain, "正式", "0.1", "找不到要继承的方案或条款"},
    {"L122", "id-used-twice",           kError, kCertain, "正式", "0.1", "方案里的编号或名称用了两次"},
    {"L123", "no-single-way-of-points", kError, kCertain, "正式", "0.1", "条款没有恰好一种给分办法"},
    {"L124", "bad-interval",            kError, kCertain, "正式", "0.1", "看不懂的区间"},
    {"L125", "gap-or-overlap",          kError, kCertain, "正式", "0.1", "相邻两档有空档、重叠或次序不对"},
    {"L126", "weights-do-not-add-up",   kError, kCertain, "正式", "0.1", "权重合计不等于总分"},
    {"L127", "unreachable-clause",      kError, kCertain, "正式", "0.1", "永远用不到的条款"},
    {"L128", "years-reversed",          kError, kCertain, "正式", "0.1", "适用年度前后颠倒"},
    {"L129", "points-below-zero",       kError, kCertain, "正式", "0.1", "方案里的分数小于 0"},
    {"L130", "duplicate-unit",          kError, kCertain, "正式", "0.1", "单位写了两次"},
    {"L131", "bad-unit-factor",         kError, kCertain, "正式", "0.1", "换算系数不是大于零的数"},
    {"L132", "bad-base-unit",           kError, kCertain, "正式", "0.1", "基准单位不在本组或系数不是 1"},
    {"L133", "duplicate-word",          kError, kCertain, "正式", "0.1", "词写了两次"},
    {"L134", "bad-word-strength",       kError, kCertain, "正式", "0.1", "强度不是小的整数"},
    {"L140", "grades-out-of-order",     kError, kCertain, "正式", "0.1", "等级的分数线次序不对或没有到 0"},
    {"L141", "example-uncheckable",     kError, kCertain, "正式", "0.1", "样例无法检查"},
    {"L150", "waiver-of-no-finding",    kError, kCertain, "正式", "0.1", "豁免的编号不是检查的发现"},
    {"L151", "waiver-without-place",    kError, kCertain, "正式", "0.1", "豁免的位置看不出是哪一处"},
    {"L152", "waiver-twice",            kError, kCertain, "正式", "0.1", "同一处豁免了两次"},
    {"L201", "not-a-number",            kError, kCertain, "正式", "0.1", "该写数字的地方不是数字"},
    {"L202", "out-of-bounds",           kError, kCertain, "正式", "0.1", "数字超出允许的范围"},
    {"L203", "not-an-allowed-word",     kError, kCertain, "正式", "0.1", "不是允许的词"},
    {"L204", "no-such-day",             kError, kCertain, "正式", "0.1", "不是日历上的年、月、日"},
    {"L205", "text-too-long",           kError, kCertain, "正式", "0.1", "文字太长"},
    {"L206", "card-id-used-twice",      kError, kCertain, "正式", "0.1", "编号用了两次"},
    {"L207", "nothing-to-score",        kError, kCertain, "正式", "0.1", "没有可计分的内容，或两种写法并列"},
    {"L208", "control-character",       kError, kCertain, "正式", "0.1", "文字里有控制字符"},
    // S: scoring
    {"S101", "missing-actual",          kError,   kCertain, "正式", "0.1", "有目标值，没有完成值"},
    {"S102", "missing-target",          kError,   kCertain, "正式", "0.1", "有完成值，没有目标值"},
    {"S103", "no-marks",                kError,   kCertain, "正式", "0.1", "没有分值"},
    {"S104", "undetermined",            kWarning, kReview,  "正式", "0.1", "这一项待核，得分是一个区间"},
    {"S105", "marks-do-not-add-up",     kError,   kCertain, "正式", "0.1", "分值合计不对"},
    {"S106", "claimed-score-differs",   kError,   kCertain, "正式", "0.1", "自报得分与按方案算的不同"},
    {"S107", "claimed-total-differs",   kError,   kCertain, "正式", "0.1", "自报总分或等级与按方案算的不同"},
    {"S108", "reason-missing",          kWarning, kCertain, "正式", "0.1", "须说明原因而没有说明"},
    {"S109", "no-execution-rate",       kError,   kCertain, "正式", "0.1", "预算执行率算不出"},
    {"S110", "executed-over-budget",    kWarning, kCertain, "正式", "0.1", "预算执行率超过 100%"},
    {"S111", "judgement-outside-tier",  kWarning, kReview,  "正式", "0.1", "评定不在答复所属的档次之内"},
    {"S112", "input-missing",           kError,   kCertain, "正式", "0.1", "要由数据计算的完成值缺数据"},
    {"S113", "actual-differs-from-inputs", kError, kCertain, "正式", "0.1", "填的完成值与按数据算的不同"},
    {"S114", "unusual-weights",         kNote,    kCertain, "正式", "0.1", "各块分值与方案通常的不同"},
    {"S115", "wrong-weights",           kError,   kCertain, "正式", "0.1", "各块分值与方案规定的不同"},
    {"S116", "targets-only",            kNote,    kCertain, "正式", "0.1", "没有任何完成值，没有评分"},
    {"S117", "not-summed-up",           kNote,    kCertain, "正式", "0.1", "几张表的同名指标汇总不了"},
    {"S118", "example-fails",           kError,   kCertain, "正式", "0.1", "方案的样例与算出的不同"},
    {"S119", "scheme-of-another-year",  kWarning, kReview,  "正式", "0.1", "方案不是这一年度的"},
    // T: targets
    {"T101", "empty-target",            kNote,    kCertain, "正式", "0.1", "目标值为空"},
    {"T102", "cell-too-long",           kError,   kCertain, "正式", "0.1", "值太长"},
    {"T103", "cell-not-utf8",           kError,   kCertain, "正式", "0.1", "值不是 UTF-8 文字"},
    {"T104", "not-understood",          kError,   kCertain, "正式", "0.1", "看不懂的值"},
    {"T105", "misplaced-comma",         kError,   kCertain, "正式", "0.1", "逗号不在千分位上"},
    {"T106", "too-many-digits",         kError,   kCertain, "正式", "0.1", "数字太长"},
    {"T107", "two-readings",            kWarning, kReview,  "正式", "0.1", "有两种读法"},
    {"T108", "imprecise-number",        kWarning, kReview,  "正式", "0.1", "概数"},
    {"T109", "contradicting-signs",     kError,   kCertain, "正式", "0.1", "前后的比较词相反"},
    {"T110", "no-finite-decimal",       kError,   kCertain, "正式", "0.1", "化不成有限小数"},
    {"T111", "no-such-date",            kError,   kCertain, "正式", "0.1", "没有这一天"},
    {"T112", "ocr-damage",              kError,   kReview,  "正式", "0.1", "像是识别错误"},
    {"T113", "ocr-suspicion",           kWarning, kReview,  "正式", "0.1", "百分数的 2 可疑"},
    {"T201", "no-comparison-sign",      kNote,    kCertain, "正式", "0.1", "没有比较号"},
    {"T202", "unknown-unit",            kNote,    kCertain, "正式", "0.1", "不认识的单位"},
    {"T203", "scale-without-unit",      kNote,    kCertain, "正式", "0.1", "万、亿后面没有单位"},
    {"T204", "odd-unit",                kWarning, kReview,  "正式", "0.1", "单位不像一个数量"},
    {"T205", "text-beside-number",      kWarning, kReview,  "正式", "0.1", "数值旁边有别的话"},
    {"T206", "not-applicable",          kNote,    kCertain, "正式", "0.1", "填的是不适用"},
    {"T207", "unclear-date",            kWarning, kReview,  "正式", "0.1", "日期可以有不止一种理解"},
    {"T208", "odd-sign",                kNote,    kCertain, "正式", "0.1", "比较号重复或少见"},
    {"T209", "several-values",          kNote,    kCertain, "正式", "0.1", "一格里有几个值"},
    {"T210", "loose-wording",           kNote,    kReview,  "正式", "0.1", "措辞没有说死"},
    {"T211", "measured-elsewhere",      kNote,    kCertain, "正式", "0.1", "标准在表外"},
    {"T301", "unit-converted",          kNote,    kCertain, "正式", "0.1", "换算了单位"},
    {"T302", "counting-words-differ",   kNote,    kReview,  "正式", "0.1", "同类量词按一比一比较"},
    {"T303", "unit-missing",            kNote,    kReview,  "正式", "0.1", "一边没写单位"},
    {"T304", "unit-missing-after-wan",  kNote,    kReview,  "正式", "0.1", "万、亿后面没写单位"},
    {"T305", "differs-by-rounding",     kNote,    kReview,  "正式", "0.1", "只差在四舍五入"},
    {"T306", "nothing-taken-as-zero",   kNote,    kReview,  "正式", "0.1", "把“无”当作 0"},
    {"T307", "rise-or-fall-one-sided",  kNote,    kReview,  "正式", "0.1", "只有一边写了增长或下降"},
    {"T308", "units-not-comparable",    kWarning, kReview,  "正式", "0.1", "单位不能比较"},
    {"T309", "year-not-said",           kNote,    kReview,  "正式", "0.1", "完成时间没写年份"},
    // W: what-if
    {"W101", "no-setting",              kError,   kCertain, "正式", "0.1", "看不懂的改动"},
    {"W102", "no-such-figure",          kError,   kCertain, "正式", "0.1", "表上没有要改的指标或数"},
    {"W103", "ambiguous-figure",        kError,   kCertain, "正式", "0.1", "要改的指标不止一处"},
    {"W104", "not-to-be-set",           kError,   kCertain, "正式", "0.1", "不能改的一栏，或没有写明哪一栏"},
    {"W105", "no-amount",               kError,   kCertain, "正式", "0.1", "改成的金额或分值不是数"},
    {"W106", "set-twice",               kError,   kCertain, "正式", "0.1", "同一处改了两次"},
    {"W107", "scenarios-of-one-name",   kError,   kCertain, "正式", "0.1", "两个情景同名"},
    {"W140", "not-an-uncertainty",      kError,   kCertain, "正式", "0.1", "看不懂的不确定"},
    {"W141", "no-middle",               kError,   kCertain, "正式", "0.1", "没有可以上下的中间值"},
    {"W142", "no-earlier-years",        kError,   kCertain, "正式", "0.1", "没有近两年的值"},
    {"W143", "not-an-outcome",          kError,   kCertain, "正式", "0.1", "不会有不确定的一栏"},
    {"W144", "number-of-draws",         kError,   kCertain, "正式", "0.1", "抽样次数不合适"},
    {"W145", "too-many-pairs",          kError,   kCertain, "正式", "0.1", "两个不确定的值组合太多"},
    {"W146", "points-too-large",        kError,   kCertain, "正式", "0.1", "分数太大，不能精确相加"},
    {"W147", "nothing-uncertain",       kWarning, kCertain, "正式", "0.1", "没有一项是不确定的"},
    {"W148", "stated-twice",            kError,   kCertain, "正式", "0.1", "同一处的不确定写了两次"},
};
// clang-format on

}  // namespace

std::span<const CatalogueEntry> catalogue() { return kCatalogue; }

const CatalogueEntry* find_entry(std::string_view id) {
  std::string upper(id);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  const auto* found =
      std::lower_bound(std::begin(kCatalogue), std::end(kCatalogue), std::string_view(upper),
                       [](const CatalogueEntry& e, std::string_view wanted) { return e.id < wanted; });
  return found == std::end(kCatalogue) || found->id != upper ? nullptr : found;
}

Severity severity_of(const Diagnostic& d) {
  const CatalogueEntry* entry = find_entry(d.id);
  return entry == nullptr ? Severity::error : entry->severity;
}

bool has_errors(const std::vector<Diagnostic>& list) {
  return std::any_of(list.begin(), list.end(),
                     [](const Diagnostic& d) { return severity_of(d) == Severity::error; });
}

}  // namespace jiheng::diag
