// Gives the table of commands. Leaves doing them to the run_….cc files.
#include "engine/cli/commands.h"

#include <algorithm>
#include <array>

#include "engine/bulk/bulk.h"
#include "engine/report/faces/job_faces.h"

namespace jiheng::cli {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 3> kColours = {"auto", "always", "never"};
constexpr std::array<Words, 2> kReportParts = {"自评报告", "决算摘要"};
constexpr std::array<Words, 3> kSeverities = {"error", "warning", "note"};
constexpr std::array<Words, 4> kLists = {"schemes", "findings", "units", "kinds"};
constexpr std::array<Words, 3> kShells = {"bash", "zsh", "fish"};

constexpr Option kRules = {"--rules", 0, "文件夹",
                           "规则文件夹（units.yaml、words.yaml、names.yaml、years.yaml 和各方案）",
                           Offers::folders};
constexpr Option kOutput = {"--output", 'o', "文件",
                            "结果写到文件；没有写 --format 时，看文件名的结尾；已有的文件不覆盖",
                            Offers::files};
constexpr Option kForce = {"--force", 0, "", "允许 -o 覆盖已有的文件"};

/// The words are those of the job's faces; the first stands where none is given.
Option format_option(std::span<const Words> words, Words help) {
  return {"--format", 0, "格式", help, Offers::choices, words, words.front()};
}

constexpr Option kCommon[] = {
    {"--help", 'h', "", "显示帮助"},
    {"--colour", 0, "何时", "什么时候用颜色；auto 是只在终端上用", Offers::choices, kColours, "auto"},
    {"--quiet", 'q', "", "标准错误上只写错误，不写警告和提示"},
    {"--verbose", 'v', "", "多写一些：用了哪个规则文件夹、读了多少文件"},
};

const Option kParseOptions[] = {
    {"--actual", 0, "", "按实际完成值来读（默认按年初目标值）"},
    {"--year", 0, "年度", "考核年度；给了以后，日期带上年份"},
    {"--level2", 0, "二级指标", "这一格所在的二级指标，如 成本指标；只影响提示，不改变数字"},
    {"--standard", 0, "", "按评分标准来读：一段怎么得分、怎么扣分的话"},
    {"--marks", 0, "分值", "和 --standard 一起用：这一行的分值，如 5"},
    {"--at",
     0,
     "完成值",
     "和 --standard 一起用：完成值是它时得多少分，如 95%；可以写几次",
     Offers::nothing,
     {},
     {},
     Times::repeated},
    format_option(report::reading_faces().words, "结果的样子；jsonl 是每格一行，json 是一份文档"),
    {"--fail-on", 0, "级别", "有这一级及以上的问题时退出码为 1", Offers::choices, kSeverities, "error"},
    kRules,
    kOutput,
    kForce,
};
constexpr Example kParseExamples[] = {
    {"jiheng parse '≥96%' '12月底前' 明显提高", "看三个目标值怎么读"},
    {"jiheng parse --actual --year 2023 17.5万元", "按 2023 年度的实际完成值来读"},
    {"cut -d, -f12 指标.csv | jiheng parse - --format jsonl", "从标准输入读，一行一格"},
    {"jiheng parse --standard --marks 5 --at 97% '≥98%得满分，每低1%扣1分'",
     "读一段评分标准，看 97% 得多少分"},
};

const Option kScoreOptions[] = {
    {"--scheme", 0, "方案", "所有自评表都用这个方案（默认用各表写明的）", Offers::schemes},
    kRules,
    format_option(
        report::score_faces().words,
        "结果的样子；text 是给终端看的表，html 是一个网页，docx、xlsx 是自评表的 Word 表格和工作簿"),
    kOutput,
    kForce,
    {"--trace", 0, "", "每一行写出位置、规则、算式和出处"},
    {"--today", 0, "日期", "计算日期 YYYY-MM-DD，印在表上（默认今天）"},
    {"--fail-on", 0, "级别", "有这一级及以上的发现时退出码为 1；写明后，待核的发现也算", Offers::choices,
     kSeverities, "error"},
};
constexpr Example kScoreExamples[] = {
    {"jiheng score 2023/", "给一个部门的所有自评表计分，并汇总"},
    {"jiheng score 自评.xlsx --scheme hubei-2023", "给工作簿里的自评表计分"},
    {"jiheng score 2023/p26.yaml --trace", "一张表，每个数都写出算法和出处"},
    {"jiheng score 2023/ --scheme national-2020 --format csv -o 得分.csv", "换一个方案，写成 CSV"},
    {"jiheng score - --format json < p26.yaml", "从标准输入读，写成 JSON"},
};

const Option kReportOptions[] = {
    {"--part", 0, "部分", "写什么；决算摘要是决算公开里每个项目的一段话", Offers::choices, kReportParts,
     "自评报告"},
    {"--scheme", 0, "方案", "所有自评表都用这个方案（默认用各表写明的）", Offers::schemes},
    kRules,
    format_option(report::report_faces().words, "结果的样子"),
    kOutput,
    kForce,
    {"--fail-on", 0, "级别", "有这一级及以上的发现时退出码为 1；写明后，待核的发现也算", Offers::choices,
     kSeverities, "error"},
};
constexpr Example kReportExamples[] = {
    {"jiheng report 2023/p26.yaml", "一个项目的自评报告，先在终端上看"},
    {"jiheng report 2023/ -o 自评报告.docx", "一个部门和它的项目，写成 Word 文件"},
    {"jiheng report 2023/ -o 成套/", "整套文件写进一个文件夹：总览、自评报告、决算摘要、每张自评表"},
    {"jiheng report 2023/ --part 决算摘要 -o 决算摘要.docx", "每个项目一段，放进决算公开"},
};

const Option kWhatifOptions[] = {
    {"--set",
     0,
     "哪里=改成",
     "改一个数：指标.目标、指标.完成、指标.分值、预算.执行数，或 方案",
     Offers::nothing,
     {},
     {},
     Times::repeated},
    {"--scenario",
     0,
     "文件",
     "情景文件（YAML）：一组改动；几个文件并排比较",
     Offers::files,
     {},
     {},
     Times::list},
    {"--simulate", 0, "次数", "按 --uncertain 抽样这么多次：总分和等级的分布，哪些指标左右总分"},
    {"--uncertain",
     0,
     "哪里=多少",
     "一个不确定的值：指标.完成=150±10（140..160；103,98,110；±5%；近两年）、预算.执行数=…，或 全部=±5%",
     Offers::nothing,
     {},
     {},
     Times::repeated},
    {"--seed", 0, "整数", "抽样的种子；同一种子结果相同", Offers::nothing, {}, "20240101"},
    {"--sweep",
     0,
     "哪里=起..止:步长",
     "扫描一个数（或写两次，两个数）：得分的曲线和拐点；也可以列出各个值 哪里=1,2,5",
     Offers::nothing,
     {},
     {},
     Times::repeated},
    {"--solve", 0, "总分=分数", "反推：--vary 的数是多少时，总分（或 指标.得分）正好是这么多"},
    {"--vary",
     0,
     "哪里",
     "反推时变动哪个数；写几次就按同一比例变动几个数",
     Offers::nothing,
     {},
     {},
     Times::repeated},
    {"--sensitivity", 0, "", "敏感度：每个数变动 1%、10%、1 单位，总分变多少，离拐点多远"},
    {"--scheme", 0, "方案", "所有自评表都用这个方案（默认用各表写明的）", Offers::schemes},
    kRules,
    format_option(report::whatif_faces().words, "结果的样子"),
    kOutput,
    kForce,
    {"--write", 0, "文件", "把改过的那张表另写成自评表文件（.yaml）；已有的文件不覆盖", Offers::files},
};
constexpr Example kWhatifExamples[] = {
    {"jiheng whatif 2023/p26.yaml --set '受理案件数.目标=≥180例'", "改一个目标，看得分怎么变"},
    {"jiheng whatif 2023/ --set 'p26:预算.执行数=8万元'", "改一个项目，看全部门的总分"},
    {"jiheng whatif 2023/p26.yaml --set 方案=national-2020 --format json", "换一个方案，写成 JSON"},
    {"jiheng whatif 2023/p26.yaml --scenario 稳.yaml 冲.yaml", "两个情景，并排比较"},
    {"jiheng whatif 2023/ --simulate 10000 --uncertain '全部=±5%'",
     "各项完成值都在上下 5% 之内，总分会是多少"},
    {"jiheng whatif 2023/p26.yaml --sweep '受理案件数.完成=100..300:10'", "一个数从 100 到 300，得分的曲线"},
    {"jiheng whatif 2023/p26.yaml --solve 总分=95 --vary 受理案件数.完成", "做到多少，总分是 95 分"},
    {"jiheng whatif 2023/p26.yaml --sensitivity --format html -o 敏感度.html", "哪个数对总分影响最大"},
};

const Option kAdviseOptions[] = {
    {"--history",
     0,
     "文件",
     "以前年度的自评表、目标表：文件或文件夹，可以写几个",
     Offers::files,
     {},
     {},
     Times::list},
    {"--targets", 0, "文件", "本年的目标表：文件或文件夹，可以写几个", Offers::files, {}, {}, Times::list},
    {"--match", 0, "文件", "哪个指标对应哪个，写在这个文件里（YAML），代替程序配的", Offers::files},
    {"--scheme", 0, "方案", "所有表都用这个方案（默认用各表写明的）", Offers::schemes},
    kRules,
    format_option(report::advice_faces().words,
                  "结果的样子；xlsx 每个指标一行，可以改；html 带目标与完成的小图"),
    kOutput,
    kForce,
};
constexpr Example kAdviseExamples[] = {
    {"jiheng advise --history 2022/ 2023/ --targets 2024/", "看 2024 年的目标定得怎样"},
    {"jiheng advise --history 2023/ --targets 2024/ --match 对应.yaml", "有几个指标由人指定对应"},
    {"jiheng advise --history 2023/ --targets 目标.xlsx --format xlsx -o 建议.xlsx", "写成工作簿，逐项定"},
};

const Option kCheckOptions[] = {
    {"--scheme", 0, "方案", "所有自评表都用这个方案（默认用各表写明的）", Offers::schemes},
    kRules,
    format_option(
        report::check_faces().words,
        "结果的样子；text 按表列出，xlsx 是审核表（每条一行，有处理意见一栏），html 是一个网页，sarif "
        "给收集发现的工具"),
    kOutput,
    kForce,
    {"--only", 0, "哪些",
     "只要这些发现：编号、编号的开头或级别（error、warning、note），用逗号分开，如 A1,A105"},
    {"--ignore", 0, "哪些", "不要这些发现，写法同上"},
    {"--waivers", 0, "文件", "豁免写在这个文件里（默认用自评表旁边的 豁免.yaml）", Offers::files},
    {"--baseline", 0, "文件", "与上次的结果（--format json 写的）比：哪些是新的、仍在、已改", Offers::files},
    {"--fail-on", 0, "级别", "有这一级及以上的发现时退出码为 1；写明后，待核的发现也算", Offers::choices,
     kSeverities, "error"},
};
constexpr Example kCheckExamples[] = {
    {"jiheng check 2023/", "检查一个文件夹里交上来的所有自评表"},
    {"jiheng check 2023/ --only A1 --format json -o 发现.json", "只查加总和执行率，写成 JSON"},
    {"jiheng check 2023/ --format xlsx -o 审核表.xlsx", "每条发现一行，填处理意见"},
    {"jiheng check 2023/ --scheme hubei-2023 --fail-on warning", "有警告也算没有通过"},
    {"jiheng check 改后/ --baseline 发现.json", "改了再交的表，与上次的结果比"},
};

const Option kImportOptions[] = {
    {"--output", 'o', "文件夹", "写进文件夹（没有就建）：每张表一个 YAML，或 tables.json、tables.csv",
     Offers::folders},
    format_option(report::import_faces().words, "yaml 自评表文件，json，csv"),
    {"--force", 0, "", "允许覆盖已有的文件"},
    kRules,
};
constexpr Example kImportExamples[] = {
    {"jiheng import 自评.xlsx -o 2023/", "每张绩效表写成一个自评表文件"},
    {"jiheng import 报送材料/ --format csv -o 汇总/", "一个文件夹里的所有文件，写成一份 CSV"},
    {"jiheng import 决算公开.txt --format json", "所有的表、文字里的数、没有取的行"},
    {"jiheng import 自评.docx | jiheng score - --scheme hubei-2023", "读出来就计分"},
};

constexpr Option kTemplateOptions[] = {
    {"--scheme", 0, "方案", "按哪个方案计分、用哪种表式；必须写", Offers::schemes},
    {"--year", 0, "年度", "表上印的年度，四位数字；不写就留空，在表上填"},
    {"--unit", 0, "名称", "表上印的单位名称"},
    {"--department", 0, "", "部门整体的空表；只评部门整体的方案不用写"},
    {"--from", 0, "文件", "带上这些自评表（或绩效目标表）的指标、目标和分值，只留完成值空着", Offers::files},
    kRules,
    {"--output", 'o', "文件", "写进这个工作簿（.xlsx）；已有的文件不覆盖", Offers::files},
    kForce,
};
constexpr Example kTemplateExamples[] = {
    {"jiheng template --scheme national-2020 -o 自评表.xlsx", "一张空的自评表，在表格软件里填"},
    {"jiheng template --scheme hubei-2023 --department --year 2024 -o 部门整体.xlsx", "部门整体的空表"},
    {"jiheng template --scheme hubei-2023 --from 2023/p26.yaml -o p26.xlsx", "指标和目标已经填好"},
};

const Option kBulkOptions[] = {
    {"--scheme", 0, "方案", "所有表都用这个方案（默认用各行写明的）", Offers::schemes},
    kRules,
    format_option(bulk::kBulkFaces, "结果的样子；csv 是一行一个指标，jsonl 是一行一张表"),
    {"--output", 'o', "文件",
     "结果写到文件；没有写 --format 时，看文件名的结尾，.gz、.zst 结尾的压缩；已有的文件不覆盖",
     Offers::files},
    kForce,
    {"--summary", 0, "文件", "另写一份汇总：按单位、方案、年度的表数、平均分、等级、分数段", Offers::files},
    {"--explain", 0, "", "每一行写出说明；要慢得多"},
    {"--check", 0, "文件", "另写一份检查：每张表单看有什么发现，一行一条（CSV）；要慢得多", Offers::files},
    {"--resume", 0, "", "中断以后，再运行同样的命令就从断处接着算；要有 -o，第一次就写上"},
};
constexpr Example kBulkExamples[] = {
    {"jiheng bulk 全县.csv -o 得分.csv", "一行一个指标，全部计分"},
    {"jiheng bulk 一月.csv 二月.csv --summary 汇总.csv -o 得分.csv", "几个栏目一样的文件，另写汇总"},
    {"jiheng bulk 全省.csv.gz -o 得分.csv.gz --resume", "读写压缩的文件；中断了，再运行一次就接着算"},
    {"jiheng bulk 全省.jsonl --format jsonl --check 发现.csv > 得分.jsonl", "一行一张表，另写检查的发现"},
    {"jiheng bulk - --scheme national-2020 < 全省.csv > 得分.csv", "从标准输入读，边读边算"},
};

const Option kListOptions[] = {
    format_option(report::catalogue_faces().words, "结果的样子"),
    kRules,
};
constexpr Example kListExamples[] = {
    {"jiheng list schemes", "有哪些计分方案"},
    {"jiheng list findings", "程序会说的每一种话，和它的编号"},
    {"jiheng list units --format json", "认识的计量单位"},
    {"jiheng list kinds", "读哪些种类的文件"},
};

constexpr Option kExplainOptions[] = {
    kRules,
};
constexpr Example kExplainExamples[] = {
    {"jiheng explain T104", "编号 T104 查什么、怎么改"},
    {"jiheng explain hubei-2023", "这个方案的每一条规则和出处"},
};

constexpr Example kCompletionExamples[] = {
    {"jiheng completion bash > ~/.local/share/bash-completion/completions/jiheng", "bash 补全"},
    {"jiheng completion zsh > ~/.zfunc/_jiheng", "zsh 补全"},
    {"jiheng completion fish > ~/.config/fish/completions/jiheng.fish", "fish 补全"},
};

const Command kCommands[] = {
    {"parse",
     "[文字…|-]",
     "把目标值或完成值读成程序的理解",
     "每个参数是表上的一格；“-”从标准输入读，一行一格，空行也是一格。负号开头的文字直接写（-4.40），"
     "“--”开头的先写一个“--”。",
     Offers::nothing,
     {},
     kParseOptions,
     kParseExamples,
     run_parse},
    {"score",
     "文件|文件夹…",
     "给自评表计分，说明每个数的来历",
     "文件是 YAML 自评表，或有绩效表的 "
     "xlsx、ods、csv、tsv、docx、pdf、html、txt；文件夹里的这些文件全部读入。“-”从标准输入读一份。"
     "两张以上的表另做部门汇总。"
     "一张表有错不影响别的表：别的照常计分，最后退出码为 2。",
     Offers::files,
     {},
     kScoreOptions,
     kScoreExamples,
     run_score},
    {"report",
     "文件|文件夹…",
     "把计分结果写成自评报告",
     "读什么，和 score 一样。数字、得分、完成和未完成的指标由程序填好；要由人写的话留作“〔请填写：…〕”，"
     "并在最后列出。程序不替人写原因。-o 后面是文件夹（以 / "
     "结尾，或已有的文件夹）时，写出整套文件：总览、自评报告、"
     "决算摘要和每张自评表。",
     Offers::files,
     {},
     kReportOptions,
     kReportExamples,
     run_report},
    {"check",
     "文件|文件夹…",
     "检查交上来的自评表：哪里不对、凭哪几个数、该怎么改",
     "读入的文件同 score。没有写明方案的表，只查不靠方案的部分。结果按表列出，最要紧的在前；"
     "编号的说明见 jiheng explain A101。",
     Offers::files,
     {},
     kCheckOptions,
     kCheckExamples,
     run_check},
    {"whatif",
     "文件|文件夹…",
     "改几个数，看得分怎么变",
     "读入的文件同 "
     "score；文件本身不会改动。指标用名称、路径（产出指标/数量指标/"
     "…）或行号（#4）指明，几张表时前面写表的编号和"
     "冒号。不写改动时，改前和改后一样。",
     Offers::files,
     {},
     kWhatifOptions,
     kWhatifExamples,
     run_whatif},
    {"advise",
     "",
     "拿以前年度的完成值看本年的目标，提出建议",
     "按单位、项目、指标名称对上几年的表（写明相似多少），每个目标一个判断：明显偏低、偏低、合理、偏高、无法"
     "比较；"
     "最要紧的在前。读什么，和 score 一样。",
     Offers::nothing,
     {},
     kAdviseOptions,
     kAdviseExamples,
     run_advise},
    {"template",
     "",
     "写出一张空的自评表（xlsx），填好以后计分",
     "要填的格子有底色，别的格子锁着（没有密码）。填的时候得分、总分跟着算；填好以后用 jiheng score 计分。",
     Offers::nothing,
     {},
     kTemplateOptions,
     kTemplateExamples,
     run_template},
    {"import",
     "文件|文件夹…",
     "从表格、Word 文件、PDF、网页和公开文件的文字里读出绩效表",
     "文件是 "
     "xlsx、ods、csv、tsv、docx、pdf、html，或取出的文字（.txt）；文件夹里的这些文件全部读入；“-"
     "”从标准输入读。"
     "认出的表写成自评表文件，每一格记着位置；没有取的每一处列在标准错误上，并写明为什么；用哪个方案只是建议"
     "，不会自己定。",
     Offers::files,
     {},
     kImportOptions,
     kImportExamples,
     run_import},
    {"bulk",
     "文件|-…",
     "大批的表：一行一个指标，边读边计分",
     "CSV 或 "
     "TSV（压缩成 .gz、.zst "
     "的也行），第一行写栏目：编号、类型、名称、年度、方案、行（指标或预算执行）、一级指标、二级指标、三级指"
     "标、"
     "目标、完成、分值、自报得分，次序随意；一张表的各行连在一起。每行后面写上得分和凭哪条规则，每张表加一行"
     "总分。"
     "有错的行写进 错误.csv，它的表不计分，别的照算。也可以一行一张表，写成 JSON（score --format json "
     "里 cards 的一项）。",
     Offers::files,
     {},
     kBulkOptions,
     kBulkExamples,
     run_bulk},
    {"list", "schemes|findings|units|kinds", "列出方案、发现的编号、计量单位或能读的文件", "",
     Offers::choices, kLists, kListOptions, kListExamples, run_list},
    {"explain",
     "编号",
     "说明一个发现的编号，或一个方案的规则",
     "",
     Offers::schemes,
     {},
     kExplainOptions,
     kExplainExamples,
     run_explain},
    {"completion",
     "bash|zsh|fish",
     "写出命令行补全脚本",
     "",
     Offers::choices,
     kShells,
     {},
     kCompletionExamples,
     run_completion},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

std::span<const Option> common_options() { return kCommon; }

const Command* find_command(std::string_view name) {
  const auto found = std::find_if(std::begin(kCommands), std::end(kCommands),
                                  [name](const Command& c) { return c.name == name; });
  return found == std::end(kCommands) ? nullptr : found;
}

}  // namespace jiheng::cli
