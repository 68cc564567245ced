package org.rollcall.roster.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * The character sets of Japanese, Chinese and Korean, with one or two bytes a character. Their frequent characters lie
 * together, so the bytes tell how likely a character is; and some stand in many a name.
 */
enum EastAsian {
    JAPANESE("windows-31j", 0x88, 0x97, Names.JAPANESE),
    JAPANESE_UNIX("EUC-JP", 0xB0, 0xCF, Names.JAPANESE),
    CHINESE("GB18030", 0xB0, 0xD7, Names.CHINESE),
    TAIWANESE("Big5", 0xA4, 0xC6, Names.TAIWANESE),
    KOREAN("x-windows-949", 0xB0, 0xC8, Names.KOREAN);

    private static final double NAME = -5.5;
    private static final double KANA = -5;
    private static final double FREQUENT = -7.5;
    private static final double KNOWN = -10;
    private static final double RARE = -15;
    private static final double LETTER_BESIDE = -6;

    private final Charset charset;
    private final int frequentFrom;
    private final int frequentTo;
    private final String names;

    EastAsian(String charset, int frequentFrom, int frequentTo, String names) {
        this.charset = Charset.forName(charset);
        this.frequentFrom = frequentFrom;
        this.frequentTo = frequentTo;
        this.names = names;
    }

    Charset charset() {
        return charset;
    }

    /** The logarithm of how likely a text of this character set is. */
    double likelihood(String text) {
        CharsetEncoder encoder = charset.newEncoder();
        double sum = 0;
        int before = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(before)) {
            int character = text.codePointAt(at);
            if (character >= 0x80) {
                sum += likelihood(character, encoder);
            }
            if ((character >= 0x80 && isAsciiLetter(before)) || (before >= 0x80 && isAsciiLetter(character))) {
                sum += LETTER_BESIDE;
            }
            before = character;
        }
        return sum;
    }

    private double likelihood(int character, CharsetEncoder encoder) {
        if (names.indexOf(character) >= 0) {
            return NAME;
        }
        if (character >= 0x3041 && character <= 0x30FE) {
            return names.equals(Names.JAPANESE) ? KANA : KNOWN;
        }
        if (character == 0x3000 || (character >= 0xFF01 && character <= 0xFF9F)) {
            return KNOWN;
        }
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(Character.toChars(character)));
            if (bytes.remaining() != 2) {
                return RARE;
            }
            int first = bytes.get() & 0xFF;
            boolean core = (bytes.get() & 0xFF) >= 0xA1 || this == JAPANESE || this == TAIWANESE;
            return core && first >= frequentFrom && first <= frequentTo ? FREQUENT : core ? KNOWN : RARE;
        } catch (CharacterCodingException noneOfTheCharset) {
            return RARE;
        }
    }

    private static boolean isAsciiLetter(int character) {
        return (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
    }

    /** What names of people and towns are made of. */
    private static final class Names {
        static final String JAPANESE =
                "佐藤鈴木高橋田中伊渡辺山本村小林加吉井上野松清水崎森池阿部石川前岡後長谷近遠青福三原島大西東京阪都" + "市久保内平和金宮新一二太郎子美香花真由恵健翔直人智菊桜葉斎竹浜横名古屋神戸札幌仙台広沢南北";
        static final String CHINESE = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任"
                + "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦江尹薛段雷侯龙史陶黎贺顾毛郝伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚"
                + "桂红建国华文玉志小海晓春梅雪北京上海广州深圳天津重庆成都南武汉西安";
        static final String TAIWANESE = "陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊江呂何羅高潘朱簡鍾游詹沈施胡余盧趙顏柯孫魏翁戴范"
                + "宋方鄧杜侯曹薛傅丁馬董卓藍溫蔣唐石古紀姚連歐程湯黎康田志明怡君雅婷俊傑家豪美玲淑芬惠文華建宏偉國台北雄新竹中南香港";
        static final String KOREAN = "김이박최정강조윤장임한오서신권황안송류홍전고문손양배백허남심노하곽성차주우구민유나진지엄채원천방공현함변"
                + "염여추도소석선설마길연위표명기반왕금옥육인맹제모울부산대경수영준호은희미혜승동재태상철숙자순";
    }
}
