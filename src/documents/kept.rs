//! What an issued document said, kept as JSON: to be read without its PDF, and to be printed again as a duplicaat.
//!
//! It is [`Paper`] as it stands in memory, with pictures by their hash. What is kept is never written anew, so a type of
//! `paper` may change only in ways that the old text still reads: a new field with a default, a new block. Any other
//! change makes a new [`FORMAT`], and a way to read the old one.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::documents::paper::{Block, Figure, Paper, Sheet, Words};
use crate::documents::picture::{Picture, Pictures};
use crate::domain::{Entry as _, LogoHash};

/// The form in which a paper is kept today.
pub const FORMAT: u32 = 1;

/// Stands around the words of a paper in its plain text, and not on paper.
const MARKUP: [char; 3] = ['#', '*', ' '];

/// Why what was kept cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum KeptError {
    #[error("a paper of format {0}, which is not ours")]
    Format(u32),
    #[error("not the text of a paper")]
    Text(#[from] serde_json::Error),
    #[error("a picture of the paper is not kept")]
    NoPicture,
}

/// A paper as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    title: String,
    blocks: Vec<KeptBlock>,
    running_head: String,
    colophon: String,
    words: Words,
    number: Option<String>,
    duplicate: Option<String>,
    #[serde(default)]
    sheet: Sheet,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum KeptBlock {
    Pictures(Vec<KeptFigure>),
    #[serde(untagged)]
    Other(Box<Block>),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KeptFigure {
    picture: String,
    alt: String,
}

impl Kept {
    pub fn of(paper: &Paper) -> Self {
        let Paper { title, blocks, running_head, colophon, words, number, duplicate, sheet } =
            paper;
        Self {
            title: title.clone(),
            blocks: blocks.iter().map(KeptBlock::of).collect(),
            running_head: running_head.clone(),
            colophon: colophon.clone(),
            words: words.clone(),
            number: number.clone(),
            duplicate: duplicate.clone(),
            sheet: *sheet,
        }
    }

    /// The same paper gives the same text.
    pub fn text(&self) -> Result<String, KeptError> {
        Ok(serde_json::to_string(self)?)
    }

    pub fn parse(format: u32, text: &str) -> Result<Self, KeptError> {
        if format == FORMAT {
            Ok(serde_json::from_str(text)?)
        } else {
            Err(KeptError::Format(format))
        }
    }

    /// The pictures that stand on it.
    pub fn pictures(&self) -> Vec<LogoHash> {
        let figures = self.blocks.iter().flat_map(|block| match block {
            KeptBlock::Pictures(figures) => figures.as_slice(),
            KeptBlock::Other(_) => &[],
        });
        figures.filter_map(|figure| LogoHash::parse(&figure.picture).ok()).collect()
    }

    /// What stands on it, line by line, apart from pictures, signatures and what is outside the document.
    pub fn says(&self) -> Vec<String> {
        let text = |block: &KeptBlock| match block {
            KeptBlock::Pictures(_) => String::new(),
            KeptBlock::Other(block)
                if matches!(block.as_ref(), Block::Signatures(_) | Block::Aside(_)) =>
            {
                String::new()
            }
            KeptBlock::Other(block) => block.to_string(),
        };
        let text: String = self.blocks.iter().map(text).collect();
        let lines = text.lines().map(|line| line.trim_matches(MARKUP).to_owned());
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// The paper again. All its pictures must be there: a duplicaat without them would be another paper.
    pub fn paper(self, pictures: &Pictures) -> Result<Paper, KeptError> {
        let Self { title, blocks, running_head, colophon, words, number, duplicate, sheet } = self;
        let blocks =
            blocks.into_iter().map(|block| block.block(pictures)).collect::<Result<_, _>>()?;
        Ok(Paper { title, blocks, running_head, colophon, words, number, duplicate, sheet })
    }
}

impl KeptBlock {
    fn of(block: &Block) -> Self {
        if let Block::Pictures(figures) = block {
            let kept = figures.iter().map(|Figure { picture, alt }| KeptFigure {
                picture: picture.hash().as_str().to_owned(),
                alt: alt.clone(),
            });
            Self::Pictures(kept.collect())
        } else {
            Self::Other(Box::new(block.clone()))
        }
    }

    fn block(self, pictures: &Pictures) -> Result<Block, KeptError> {
        let figure = |KeptFigure { picture, alt }| {
            let hash = LogoHash::parse(&picture).ok();
            let picture: Option<Arc<Picture>> = hash.and_then(|hash| pictures.get(&hash));
            picture.map(|picture| Figure { picture, alt }).ok_or(KeptError::NoPicture)
        };
        match self {
            Self::Pictures(figures) => {
                Ok(Block::Pictures(figures.into_iter().map(figure).collect::<Result<_, _>>()?))
            }
            Self::Other(block) => Ok(*block),
        }
    }
}
