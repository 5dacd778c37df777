"""Where one content ends because another begins."""

import pytest
from tests.attribute.surface.reading import rows


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "ru",
            "Мэр заявил, что причал закрыт, однако рыбаки утверждают, что он открыт.",
            ["Мэр | заявил | причал закрыт", "рыбаки | утверждают | он открыт | doubting"],
            id="ru: contrasts: the writer goes on, another speaks",
        ),
        pytest.param(
            "es",
            "El alcalde dijo que el puerto cerró, pero los pescadores aseguran que sigue abierto.",
            ["El alcalde | dijo | el puerto cerró", "los pescadores | aseguran | sigue abierto"],
            id="es: contrasts: the writer goes on, another speaks",
        ),
    ],
)
def test_contents_are_parted(language: str, text: str, expected: list[str]):
    assert rows(language, text) == expected
