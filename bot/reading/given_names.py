"""Given names that tell whether a person whom the beat does not know is a woman or a man."""

from bot.reading.words import keys_of

FEMALE = frozenset(
    keys_of(
        """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy
        betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah
        stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna brenda pamela
        emma nicole helen samantha katherine christine debra rachel carolyn janet catherine
        maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina
        joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa theresa
        ann anne sara madison frances kathryn janice jean alice abigail sophia grace denise
        amber doris marilyn danielle beverly isabella diana natalie brittany charlotte marie
        kayla alexis lori naomi elena ana larisa olga natalia irina svetlana ekaterina tatiana
        anastasia ingrid greta ursula kaja annalena giorgia sanna mette magdalena claudia dilma
        michele fatima aisha leila noura amina indira sonia priya nirmala sushma yoko keiko
        akiko michiko naoko yuko yuriko reiko kyoko noriko haruko tomoko hiroko kazuko masako
        aiko kumiko junko mariko ayako satoko yumiko emiko fumiko sachiko atsuko mieko eiko
        chieko ryoko sayuri haruka misaki yui aya ayaka mai miho sakura hana hanako kaori megumi
        midori mizuho satsuki sanae tamayo seiko kimi rui miki mika rie yumi eri ai"""
    )
)
MALE = frozenset(
    keys_of(
        """james robert john michael david william richard joseph thomas charles christopher daniel
        matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy
        ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin
        scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry
        tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter
        christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan
        jesse bryan billy bruce gabriel joe logan alan juan wayne ralph roy eugene randy vincent
        russell louis bobby philip johnny mike jim tom tony bill bob dan steve chris matt greg
        jeff ken ben sam nick vladimir sergei sergey dmitry mikhail ivan igor oleg pavel nikolai
        boris yuri andrei andriy viktor volodymyr hans jens lukas olaf friedrich emmanuel jean
        francois pierre jacques silvio giuseppe mario luigi antonio carlos luis jorge fernando
        ricardo pedro ahmed mohammed mohammad muhammad ali hassan hussein omar abdullah ibrahim
        narendra rajnath ajit shinzo fumio shigeru yoshihide taro takeshi toshimitsu yoshimasa
        hiroshi kenji kazuo takashi akira makoto satoshi yasuo minoru nobuo hideki kazuhiro
        masahiro yukio ichiro kenichi jun jiro gen shinji koichi koichiro shinichi shinichiro
        hiroki yuki yuto daisuke kenta takuya tetsuo tsutomu wataru akio akihito naruhito ryosei
        itsunori eiji seiji shunichi katsunobu hirokazu kazuhisa tadashi masataka takeo shotaro
        sota hiro"""
    )
)


def gender_of_given(name: str) -> str | None:
    """Tell a gender by the first word of a full name; None where it tells nothing."""
    first = next(iter(keys_of(name)), "")
    if (first in FEMALE) == (first in MALE):
        return None
    return "f" if first in FEMALE else "m"
